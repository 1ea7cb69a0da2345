import Glibc
import Logging
import Reports

/// Standard output and standard error.
package enum Terminal {
    package enum Stream: Int32, Sendable {
        case output = 1
        case error = 2

        /// Whether a person looks at it, and it can be redrawn.
        package var isInteractive: Bool {
            isatty(rawValue) == 1 && getenv("TERM").map { String(cString: $0) != "dumb" } ?? false
        }

        /// No line is made for more columns, whatever is said of the terminal.
        private static let widest = 1000

        /// Columns: `COLUMNS`, else what the terminal says, else 80; 1 to 1,000.
        package var width: Int {
            if let columns = getenv("COLUMNS"), let width = Int(String(cString: columns)), width > 0 {
                return min(width, Self.widest)
            }
            var size = winsize()
            guard ioctl(rawValue, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return 80 }
            return min(Int(size.ws_col), Self.widest)
        }
    }

    /// Writes all of it; a reader that is gone ends the process by SIGPIPE, as everywhere. Standard output that can't be
    /// written ends the process too: what it was asked for is lost, and nobody may take it for done.
    package static func write(_ bytes: some Collection<UInt8>, to stream: Stream) {
        let bytes = Array(bytes)
        var written = 0
        while written < bytes.count {
            let count = bytes[written...].withUnsafeBytes { Glibc.write(stream.rawValue, $0.baseAddress, $0.count) }
            if count >= 0 {
                written += count
                continue
            }
            switch errno {
            case EINTR: break
            case EAGAIN: wait(for: stream)
            case let code:
                if stream == .output { leave(for: code) }
                return
            }
        }
    }

    /// Until a pipe that does not wait by itself has room again.
    private static func wait(for stream: Stream) {
        var polled = pollfd(fd: stream.rawValue, events: Int16(POLLOUT), revents: 0)
        _ = poll(&polled, 1, -1)
    }

    /// Writes what `print` still holds back.
    static func flush() {
        if fflush(nil) != 0 { leave(for: errno) }
    }

    /// Nobody is told that the reader is gone: it is the one who wanted that.
    private static func leave(for code: Int32) -> Never {
        if code != EPIPE {
            // Where a progress bar may stand.
            if Stream.error.isInteractive { write("\r\u{1B}[K", to: .error) }
            complain("standard output: \(String(cString: strerror(code)))")
        }
        exit(ExitStatus.failed.rawValue)
    }

    package static func write(_ text: String, to stream: Stream) {
        write(Array(text.utf8), to: stream)
    }

    /// One line of the program's on standard error; where logs are JSON, of the log. It may name what comes from outside.
    package static func complain(_ message: String) {
        if JSONLogHandler.isInUse {
            Logger(label: "warraq", factory: { JSONLogHandler(label: $0) }).critical("\(message)")
        } else {
            write("warraq: \(TerminalText.harmless(message))\n", to: .error)
        }
    }
}
