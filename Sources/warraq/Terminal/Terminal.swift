import Glibc
import Logging

/// Standard output and standard error.
package enum Terminal {
    package enum Stream: Int32, Sendable {
        case output = 1
        case error = 2

        /// Whether a person looks at it, and it can be redrawn.
        package var isInteractive: Bool {
            isatty(rawValue) == 1 && getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
        }

        /// Columns: `COLUMNS`, else what the terminal says, else 80.
        package var width: Int {
            if let columns = getenv("COLUMNS"), let width = Int(String(cString: columns)), width > 0 { return width }
            var size = winsize()
            guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
            return Int(size.ws_col)
        }
    }

    /// Writes all of it; a reader that is gone ends the process by SIGPIPE, as everywhere.
    package static func write(_ bytes: some Collection<UInt8>, to stream: Stream) {
        let bytes = Array(bytes)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(stream.rawValue, $0.baseAddress, $0.count) }
            if count > 0 {
                written += count
            } else if errno != EINTR && errno != EAGAIN {
                return
            }
        }
    }

    package static func write(_ text: String, to stream: Stream) {
        write(Array(text.utf8), to: stream)
    }

    /// One line of the program's on standard error; where logs are JSON, of the log.
    package static func complain(_ message: String) {
        if JSONLogHandler.isInUse {
            Logger(label: "warraq", factory: { JSONLogHandler(label: $0) }).critical("\(message)")
        } else {
            write("warraq: \(message)\n", to: .error)
        }
    }
}
