internal import ServiceLifecycle
internal import ZeroMQ

/// What runs on a thread of its own until it is told to end.
package protocol RoleLoop: AnyObject, Sendable {
    /// For the thread, logs and errors: up to 15 bytes.
    var name: String { get }
    /// Runs on the calling thread, which alone touches the sockets, until the end.
    func run() throws(RoleError)
    /// Asks for an orderly end, from any thread.
    func shutDown()
}

/// A loop on its thread, as a service: it ends when it is done, and in order when the service group shuts down or its
/// task is cancelled.
package final class Role: Service {
    private let loop: any RoleLoop
    private let end = Promise<RoleError?>()

    package init(_ loop: any RoleLoop) { self.loop = loop }

    /// Starts the thread.
    package func start() throws(RoleError) {
        do throws(ZeroMQError) {
            // The thread goes on without this object; who wants to know its end waits for it.
            _ = try DedicatedThread(name: loop.name) { [loop, end] in
                do throws(RoleError) {
                    try loop.run()
                    end.fulfil(nil)
                } catch {
                    end.fulfil(error)
                }
            }
        } catch {
            end.fulfil(.socket(error))
            throw .socket(error)
        }
    }

    package func shutDown() { loop.shutDown() }

    /// Calls `action` with the error, if there was one, when the loop has ended, on its thread.
    func whenEnded(_ action: @escaping @Sendable (RoleError?) -> Void) { end.whenFulfilled(action) }

    /// Waits, on this thread, for the end.
    package func wait() throws(RoleError) {
        if let error = end.wait() { throw error }
    }

    /// Starts, and returns when the loop has ended.
    package func run() async throws {
        try start()
        let error = await withTaskCancellationHandler {
            await withGracefulShutdownHandler {
                await end.value
            } onGracefulShutdown: { [loop] in
                loop.shutDown()
            }
        } onCancel: { [loop] in
            loop.shutDown()
        }
        if let error { throw error }
    }
}
