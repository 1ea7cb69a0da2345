import Glibc

/// The target that `Scripts/fuzz` names.
private let target = getenv("WARRAQ_FUZZ_TARGET").map { String(cString: $0) } ?? "splitter"

/// libFuzzer's entry: stops at the first input for which something does not hold.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    let bytes = UnsafeRawBufferPointer(start: start, count: count)
    guard let violations = ArticleProperties.violations(of: bytes, target: target) else {
        fatalError("no target \(target)")
    }
    if let violation = violations.first { fatalError(violation) }
    return 0
}
