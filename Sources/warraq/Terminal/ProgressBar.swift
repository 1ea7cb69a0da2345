import ArgumentParser
import Synchronization

/// Shows progress on standard error: a line that is redrawn where a person looks, now and then a line of its own in a
/// pipe or a log. Messages go through it, so that they never stand in the middle of the bar.
package final class ProgressBar: Sendable {
    package enum Style: String, Sendable, CaseIterable, ExpressibleByArgument {
        /// One line, redrawn.
        case bar
        /// A line for each tenth of the way, or each ten seconds while no one knows how long the way is.
        case lines
        case none
    }

    private struct State {
        var lastDrawn: ContinuousClock.Instant?
        var isVisible = false
        var lastTenth = 0
    }

    private let style: Style
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    /// Without a style: `bar` on a terminal, else `lines`.
    package init(style: Style?) {
        self.style = style ?? (Terminal.Stream.error.isInteractive ? .bar : .lines)
    }

    /// Redraws at most ten times a second, and when everything is done.
    package func show(done: Int, total: Int?, failed: Int = 0) {
        let now = ContinuousClock.now
        let line = ProgressLine(done: done, total: total, failed: failed, elapsed: (now - start) / .seconds(1))
        state.withLock { state in
            switch style {
            case .none:
                break
            case .lines:
                if let percent = line.percent {
                    guard percent / 10 > state.lastTenth else { break }
                    state.lastTenth = percent / 10
                } else {
                    guard now - (state.lastDrawn ?? start) >= .seconds(10) else { break }
                    state.lastDrawn = now
                }
                Terminal.write("warraq: " + line.text(width: 72) + "\n", to: .error)
            case .bar:
                if let last = state.lastDrawn, now - last < .milliseconds(100), done != total { break }
                state.lastDrawn = now
                state.isVisible = true
                // The last column stays free: some terminals wrap there.
                let width = max(1, Terminal.Stream.error.width - 1)
                Terminal.write("\r" + line.text(width: width) + "\u{1B}[K", to: .error)
            }
        }
    }

    /// A line above the bar.
    package func complain(_ message: String) {
        state.withLock { state in
            if state.isVisible { Terminal.write("\r\u{1B}[K", to: .error) }
            state.isVisible = false
            Terminal.complain(message)
        }
    }

    /// Leaves the bar where it is, with the cursor below it.
    package func finish() {
        state.withLock { state in
            if state.isVisible { Terminal.write("\n", to: .error) }
            state.isVisible = false
        }
    }
}
