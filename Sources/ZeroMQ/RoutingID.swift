/// The name by which a ROUTER knows a peer: up to 255 bytes, which need not be text.
///
/// Up to 32 bytes live in the value itself, so that receiving one and looking it up in a dictionary costs no
/// allocation. Bytes beyond `count` in `words` are zero, so that equality and hashing can take whole words.
@frozen
public struct RoutingID: Sendable {
    @usableFromInline var words: (UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0)
    @usableFromInline var count: Int = 0
    /// All the bytes, if they are more than 32.
    @usableFromInline var long: [UInt8] = []

    /// The name that no peer has.
    @inlinable
    public init() {}

    /// The name with these bytes.
    public init(_ bytes: [UInt8]) {
        unsafe bytes.withUnsafeBytes { unsafe assign($0) }
    }

    /// The string's UTF-8.
    public init(_ text: String) {
        self.init(Array(text.utf8))
    }

    /// The bytes of a message: the first part of what a ROUTER receives.
    @inlinable
    public init(_ message: borrowing Message) {
        unsafe message.withUnsafeBytes { unsafe assign($0) }
    }

    @inlinable
    mutating func assign(_ bytes: UnsafeRawBufferPointer) {
        words = (0, 0, 0, 0)
        count = bytes.count
        if bytes.count <= 32 {
            if !long.isEmpty { long = [] }
            unsafe Swift.withUnsafeMutableBytes(of: &words) { unsafe $0.copyMemory(from: bytes) }
        } else {
            unsafe long = Array(bytes)
        }
    }

    /// The bytes, for the length of `body`.
    @inlinable
    public func withUnsafeBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        if count <= 32 {
            unsafe Swift.withUnsafeBytes(of: words) { unsafe body(UnsafeRawBufferPointer(rebasing: $0[..<count])) }
        } else {
            unsafe long.withUnsafeBytes(body)
        }
    }

    /// A copy of the bytes.
    public var bytes: [UInt8] {
        unsafe withUnsafeBytes { unsafe Array($0) }
    }
}

extension RoutingID: Hashable {
    /// Whether the bytes are the same.
    @inlinable
    public static func == (a: RoutingID, b: RoutingID) -> Bool {
        a.words == b.words && a.count == b.count && a.long == b.long
    }

    /// Hashes the bytes.
    @inlinable
    public func hash(into hasher: inout Hasher) {
        hasher.combine(count)
        if count <= 32 {
            hasher.combine(words.0)
            hasher.combine(words.1)
            hasher.combine(words.2)
            hasher.combine(words.3)
        } else {
            hasher.combine(long)
        }
    }
}

extension RoutingID: CustomStringConvertible {
    /// The text, if the bytes are printable UTF-8, or hexadecimal digits after `0x`.
    public var description: String {
        let bytes = bytes
        let text = String(decoding: bytes, as: UTF8.self)
        let isText =
            !bytes.isEmpty && text.utf8.elementsEqual(bytes) && text.unicodeScalars.allSatisfy { $0.value >= 32 }
        return isText ? text : "0x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
