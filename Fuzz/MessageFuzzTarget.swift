import Foundation

/// The target that `Scripts/fuzz` names.
private let target = getenv("WARRAQ_FUZZ_TARGET").map { String(cString: $0) } ?? "messages"

/// libFuzzer's entry: stops at the first input for which something does not hold.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    guard let violations = MessageProperties.violations(of: bytes, target: target) else {
        fatalError("no target \(target)")
    }
    if let violation = violations.first { fatalError(violation) }
    return 0
}

/// With `WARRAQ_FUZZ_SEEDS`, writes honest messages there to start from.
@_cdecl("LLVMFuzzerInitialize")
public func initialize(_ count: UnsafeMutablePointer<CInt>?, _ arguments: UnsafeMutableRawPointer?) -> CInt {
    guard let folder = getenv("WARRAQ_FUZZ_SEEDS").map({ String(cString: $0) }) else { return 0 }
    var random = RandomMessages(seed: 1)
    for number in 0..<200 {
        let bytes =
            switch target {
            case "journal": random.journalRow()
            case "peers": random.conversation(4)
            default: random.frame()
            }
        guard FileManager.default.createFile(atPath: "\(folder)/\(number)", contents: Data(bytes)) else {
            print("seed \(number) could not be written to \(folder)")
            exit(1)
        }
    }
    exit(0)
}
