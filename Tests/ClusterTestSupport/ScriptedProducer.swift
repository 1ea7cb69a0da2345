package import Cluster
package import ClusterRuntime
import ZeroMQ

/// A producer that answers each question as it is told to.
package final class ScriptedProducer {
    package let endpoint: Endpoint
    private let context: Context
    private let thread: DedicatedThread

    /// - Parameter answer: to a question, by how many came before it.
    package init(_ answer: @escaping @Sendable (ClientToProducer, Int) -> ProducerToClient) throws {
        let context = try Context()
        let bound = Promise<Endpoint?>()
        thread = try DedicatedThread(name: "scripted") {
            guard let socket = try? Socket(.router, in: context), let place = try? socket.bind(to: "tcp://127.0.0.1:*")
            else { return bound.fulfil(nil) }
            bound.fulfil(try? Endpoint(place))
            var message = Message()
            var sender = RoutingID()
            var count = 0
            // Ends when the context is shut down.
            while let reception = try? socket.receive(into: &message, from: &sender, .block) {
                guard case .message = reception,
                    case .client(let question)? = message.withUnsafeBytes({ try? MessageCodec.decodeForProducer($0) })
                else { continue }
                let bytes = MessageCodec.encode(answer(question, count))
                count += 1
                _ = try? socket.send(Message(copying: bytes), to: sender, .dontWait)
            }
        }
        self.context = context
        guard let place = bound.wait() else { throw RoleError.start(reason: "no port is free") }
        endpoint = place
    }

    deinit {
        context.shutDown()
        thread.join()
    }
}
