/// Checks that bytes are UTF-8.
enum UTF8Check {
    /// The index of the first byte of what is no UTF-8; `nil` if all is.
    static func firstInvalid(_ bytes: ArraySlice<UInt8>) -> Int? {
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
            return nil
        } catch {
            return bytes.startIndex + error.byteOffsets.lowerBound
        }
    }
}
