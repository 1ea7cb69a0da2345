import Foundation
import Synchronization

#if canImport(Glibc)
    import Glibc
#endif

/// Ports of loopback that no one listens on.
///
/// None of those that the system gives to whoever connects: between the moment that a port is found free, or its process
/// was killed, and the moment that a process listens there, it could be some other test's.
package enum FreePorts {
    private static let candidates: Range<UInt16> = {
        let file = "/proc/sys/net/ipv4/ip_local_port_range"
        let lowest = (try? String(contentsOfFile: file, encoding: .utf8))?.split(whereSeparator: \.isWhitespace).first
            .flatMap { UInt16($0) }
        return 10_000..<max(12_000, min(lowest ?? 32_768, 32_768))
    }()

    /// Where to look next, so that nothing is given twice. Other runs of the tests begin elsewhere.
    private static let next = Mutex(Int(getpid()) &* 97)

    package static func take(_ count: Int) throws -> [UInt16] {
        try next.withLock { next in
            var free: [UInt16] = []
            for _ in candidates where free.count < count {
                let port = candidates.lowerBound + UInt16(next % candidates.count)
                next += 1
                if try isFree(port) { free.append(port) }
            }
            guard free.count == count else { throw POSIXError(.EADDRNOTAVAIL) }
            return free
        }
    }

    private static func isFree(_ port: UInt16) throws -> Bool {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw POSIXError(.EMFILE) }
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
            }
        }
    }
}
