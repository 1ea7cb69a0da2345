import Glibc
import Reports
import ZeroMQ

/// The terminal while a program draws on all of it: no echo, no line editing, no cursor, the other screen. It is as it was
/// before after the end of this, on `exit`, on a signal that ends the process, and on a crash; nobody can do so after
/// SIGKILL.
struct FullScreen: ~Copyable {
    private static let enter = "\u{1B}[?1049h\u{1B}[?25l\u{1B}[?7l"

    /// Readable when the window changed its size, or the process is asked to end.
    private let signals: WakeUp

    init() throws {
        signals = try WakeUp()
        ScreenRestorer.prepare(signals.descriptor)
        Self.begin()
    }

    deinit {
        ScreenRestorer.restore()
        ScreenRestorer.forget()
    }

    private static func begin() {
        ScreenRestorer.takeOver()
        Terminal.write(enter, to: .output)
    }

    enum Event: Equatable {
        case key(UInt8)
        /// The window may have another size.
        case resized
        case news
        case end
    }

    /// Waits for a key, a signal or news.
    func next(_ news: WakeUp) -> Event {
        while true {
            var polled = [STDIN_FILENO, signals.descriptor, news.descriptor].map {
                pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
            }
            guard poll(&polled, nfds_t(polled.count), -1) > 0 else {
                if errno == EINTR { continue }
                return .end
            }
            if polled[1].revents != 0 {
                signals.drain()
                return ScreenRestorer.isEndAsked ? .end : .resized
            }
            if polled[0].revents != 0 {
                var byte: UInt8 = 0
                // The terminal is gone.
                guard read(STDIN_FILENO, &byte, 1) == 1 else { return .end }
                return .key(byte)
            }
            if polled[2].revents != 0 {
                news.drain()
                return .news
            }
        }
    }

    /// As the shell wishes with ^Z: until it lets go on.
    func suspend() {
        ScreenRestorer.restore()
        kill(getpid(), SIGSTOP)
        Self.begin()
    }

    /// Columns and rows.
    var size: (width: Int, rows: Int) {
        var size = winsize()
        guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0, size.ws_row > 0 else {
            return (80, 24)
        }
        return (Int(size.ws_col), Int(size.ws_row))
    }

    /// Draws over what is there, in one piece: nothing is cleared before it, so nothing flickers.
    func draw(_ lines: [TopScreen.Line], isColoured: Bool) {
        let (width, rows) = size
        // Behind a line that ends in the last column, «erase to the end» would take that column.
        let drawn = lines.map { line in
            line.escaped(isColoured: isColoured) + (TerminalText.columns(line.text) < width ? "\u{1B}[K" : "")
        }
        let rest = lines.count < rows ? "\r\n\u{1B}[J" : ""
        Terminal.write(
            "\u{1B}[?2026h\u{1B}[H" + drawn.joined(separator: "\r\n") + rest + "\u{1B}[?2026l",
            to: .output
        )
    }
}

/// What puts the terminal back, also from the handler of a signal.
private enum ScreenRestorer {
    private static let leave: StaticString = "\u{1B}[?7h\u{1B}[?25h\u{1B}[?1049l"
    private static let ends = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
    private static let crashes = [SIGILL, SIGTRAP, SIGABRT, SIGBUS, SIGFPE, SIGSEGV]

    // Safe: written by `prepare` and `takeOver` on the thread that draws, before handlers are installed or while none of
    // them looks at what is written; a handler reads whole words that stand still from then on.
    nonisolated(unsafe) private static var before = termios()
    nonisolated(unsafe) private static var wakeUp: Int32 = -1
    nonisolated(unsafe) private static var isActive = false
    nonisolated(unsafe) private static var didAskToEnd: sig_atomic_t = 0

    static var isEndAsked: Bool { didAskToEnd != 0 }

    static func prepare(_ descriptor: Int32) {
        wakeUp = descriptor
        tcgetattr(STDIN_FILENO, &before)
        _ = leave.utf8CodeUnitCount
        for number in ends {
            handle(number) { _ in
                ScreenRestorer.didAskToEnd = 1
                ScreenRestorer.wake()
            }
        }
        handle(SIGWINCH) { _ in ScreenRestorer.wake() }
        for number in crashes {
            handle(number, once: true) { number in
                ScreenRestorer.restore()
                raise(number)
            }
        }
        atexit { ScreenRestorer.restore() }
    }

    static func takeOver() {
        var raw = before
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
        raw.c_iflag &= ~tcflag_t(IXON | ICRNL)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw)
        isActive = true
    }

    /// Only what a signal's handler may do.
    static func restore() {
        guard isActive else { return }
        isActive = false
        _ = write(STDOUT_FILENO, leave.utf8Start, leave.utf8CodeUnitCount)
        tcsetattr(STDIN_FILENO, TCSANOW, &before)
    }

    static func forget() { for number in ends + [SIGWINCH] { signal(number, SIG_DFL) } }

    private static func wake() {
        guard wakeUp >= 0 else { return }
        var one: UInt64 = 1
        _ = write(wakeUp, &one, MemoryLayout<UInt64>.size)
    }

    private static func handle(_ number: Int32, once: Bool = false, _ handler: @escaping @convention(c) (Int32) -> Void)
    {
        var action = sigaction()
        action.__sigaction_handler.sa_handler = handler
        action.sa_flags = once ? Int32(bitPattern: UInt32(SA_RESETHAND)) | SA_NODEFER : 0
        sigaction(number, &action, nil)
    }
}

extension TopScreen.Line {
    /// With the terminal's codes.
    func escaped(isColoured: Bool) -> String {
        spans.map { span in
            let code: String =
                switch span.style {
                case .plain: ""
                case .bold: "1"
                case .dim: "2"
                case .heading: "7"
                case .good: isColoured ? "32" : ""
                case .warning: isColoured ? "33" : "1"
                case .bad: isColoured ? "1;31" : "1"
                }
            return code.isEmpty ? span.text : "\u{1B}[\(code)m\(span.text)\u{1B}[0m"
        }.joined()
    }
}
