/// A type that socket options have.
package protocol SocketOptionValue: Sendable {
    /// The size that libzmq insists on when the option is read, or 0 if the size is the value's.
    static var optionByteCount: Int { get }

    /// The value in libzmq's representation, for the length of `body`.
    func withOptionBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R

    /// The value from libzmq's representation, nil if it isn't one.
    init?(optionBytes: ArraySlice<UInt8>)
}

/// A time in options, whole milliseconds.
///
/// Made from a `Duration` it is rounded up, so that a short time never becomes the special value 0; times beyond 24
/// days are cut to that.
package struct Milliseconds: Hashable, Comparable, Sendable {
    package let count: Int32

    package init(count: Int32) {
        self.count = max(0, count)
    }

    package init(_ duration: Duration) {
        let (seconds, attoseconds) = duration.components
        let (thousands, overflow) = seconds.multipliedReportingOverflow(by: 1_000)
        let rest = (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000
        let all =
            overflow ? (seconds < 0 ? Int64.min : Int64.max) : thousands.addingReportingOverflow(rest).partialValue
        self.init(count: Int32(clamping: all))
    }

    package static func < (a: Milliseconds, b: Milliseconds) -> Bool {
        a.count < b.count
    }

    package static func milliseconds(_ count: Int32) -> Milliseconds { Milliseconds(count: count) }
    package static func seconds(_ count: Int32) -> Milliseconds { Milliseconds(.seconds(Int64(count))) }
    package static var zero: Milliseconds { Milliseconds(count: 0) }
}

extension SocketOptionValue where Self: FixedWidthInteger {
    package static var optionByteCount: Int { bitWidth / 8 }

    package func withOptionBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        unsafe withUnsafeBytes(of: self, body)
    }

    package init?(optionBytes: ArraySlice<UInt8>) {
        guard optionBytes.count == Self.optionByteCount else { return nil }
        var value = Self.zero
        unsafe withUnsafeMutableBytes(of: &value) { unsafe $0.copyBytes(from: optionBytes) }
        self = value
    }
}

extension Int32: SocketOptionValue {}
extension Int64: SocketOptionValue {}

extension Bool: SocketOptionValue {
    package static var optionByteCount: Int { Int32.optionByteCount }

    package func withOptionBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        unsafe Int32(self ? 1 : 0).withOptionBytes(body)
    }

    package init?(optionBytes: ArraySlice<UInt8>) {
        guard let value = Int32(optionBytes: optionBytes) else { return nil }
        self = value != 0
    }
}

extension Milliseconds: SocketOptionValue {
    package static var optionByteCount: Int { Int32.optionByteCount }

    package func withOptionBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        unsafe count.withOptionBytes(body)
    }

    package init?(optionBytes: ArraySlice<UInt8>) {
        guard let value = Int32(optionBytes: optionBytes), value >= 0 else { return nil }
        self.init(count: value)
    }
}

extension Milliseconds?: SocketOptionValue {
    package static var optionByteCount: Int { Int32.optionByteCount }

    package func withOptionBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        unsafe (self?.count ?? -1).withOptionBytes(body)
    }

    package init?(optionBytes: ArraySlice<UInt8>) {
        guard let value = Int32(optionBytes: optionBytes) else { return nil }
        self = value < 0 ? nil : Milliseconds(count: value)
    }
}

extension [UInt8]: SocketOptionValue {
    package static var optionByteCount: Int { 0 }

    package func withOptionBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        unsafe withUnsafeBytes(body)
    }

    package init?(optionBytes: ArraySlice<UInt8>) {
        self = Array(optionBytes)
    }
}

extension String: SocketOptionValue {
    package static var optionByteCount: Int { 0 }

    package func withOptionBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        unsafe Array(utf8).withUnsafeBytes(body)
    }

    /// libzmq counts the final zero.
    package init?(optionBytes: ArraySlice<UInt8>) {
        self.init(decoding: optionBytes.prefix { $0 != 0 }, as: UTF8.self)
    }
}
