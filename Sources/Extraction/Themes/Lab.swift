internal import Foundation
package enum Lab {
    package static func n(_ name: String, _ value: Int) -> Int {
        ProcessInfo.processInfo.environment[name].flatMap(Int.init) ?? value
    }
    package static let dump = n("L_DUMP", 0) > 0
}
