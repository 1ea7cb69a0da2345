public import CZeroMQ

/// One part of what ZeroMQ sends and receives: bytes that one owner has.
///
/// Up to 33 bytes live in the value itself, more on libzmq's heap, shared between copies. Bytes are written once, when
/// the message is made, and never change afterwards.
///
/// `Sendable` because it has one owner at a time, its bytes never change, and libzmq counts references to shared bytes
/// atomically.
@frozen
public struct Message: ~Copyable, Sendable {
    @usableFromInline var storage: MessageStorage

    /// An empty message.
    @inlinable
    public init() {
        storage = MessageStorage(repeating: 0)
        unsafe zeromq_message_init(&storage)
    }

    /// A message of `byteCount` bytes, which `fill` writes where they will be sent from. Bytes that it does not write
    /// have any value.
    ///
    /// - Throws: what `fill` throws.
    @inlinable
    public init<E: Error>(
        byteCount: Int,
        filledBy fill: (UnsafeMutableRawBufferPointer) throws(E) -> Void
    ) throws(E) {
        storage = MessageStorage(repeating: 0)
        let result = unsafe zeromq_message_init_size(&storage, byteCount)
        // As in Swift's own collections, there is no going on without memory.
        precondition(result == 0, "out of memory for a message")
        try unsafe fill(UnsafeMutableRawBufferPointer(start: zeromq_message_data(&storage), count: byteCount))
    }

    /// A message with a copy of `bytes`.
    @inlinable
    public init(copying bytes: UnsafeRawBufferPointer) {
        unsafe self.init(byteCount: bytes.count) { unsafe $0.copyMemory(from: bytes) }
    }

    /// A message with a copy of `bytes`.
    @inlinable
    public init(copying bytes: RawSpan) {
        unsafe self.init(byteCount: bytes.byteCount) { target in
            unsafe bytes.withUnsafeBytes { unsafe target.copyMemory(from: $0) }
        }
    }

    /// A message with a copy of `bytes`.
    @inlinable
    public init(copying bytes: [UInt8]) {
        unsafe self.init(copying: bytes.span.bytes)
    }

    /// A message with a copy of the string's UTF-8.
    public init(_ text: String) {
        self.init(copying: Array(text.utf8))
    }

    /// A message that takes over `bytes` without copying them. Worth it from some 10 KiB on: the bookkeeping costs
    /// two allocations.
    public init(adopting bytes: consuming [UInt8]) {
        self.init(adopting: AdoptedBytes(bytes))
    }

    private init(adopting box: AdoptedBytes) {
        storage = MessageStorage(repeating: 0)
        // Sound because an array's elements stay where they are as long as nobody mutates it, the box's is a `let`,
        // and the box is retained until libzmq, on whichever thread, is done with the bytes and calls the release.
        let (data, count) = unsafe box.bytes.withUnsafeBytes { ($0.baseAddress, $0.count) }
        let retained = unsafe Unmanaged.passRetained(box)
        let result = unsafe zeromq_message_init_data(
            &storage,
            data,
            count,
            { _, hint in
                guard let hint = unsafe hint else { return }
                unsafe Unmanaged<AdoptedBytes>.fromOpaque(hint).release()
            },
            retained.toOpaque()
        )
        precondition(result == 0, "out of memory for a message")
    }

    deinit {
        var last = storage
        unsafe zeromq_message_close(&last)
    }
}

/// Bytes that a message keeps alive.
private final class AdoptedBytes: Sendable {
    let bytes: [UInt8]

    init(_ bytes: consuming [UInt8]) {
        self.bytes = bytes
    }
}

extension Message {
    /// The storage's address, for the length of `body`. It may be that of a bitwise copy, so libzmq may only read it.
    @inlinable
    func withStorage<R>(_ body: (UnsafeRawPointer) -> R) -> R {
        unsafe withUnsafePointer(to: storage) { unsafe body(UnsafeRawPointer($0)) }
    }

    /// The length in bytes.
    @inlinable
    public var byteCount: Int {
        unsafe withStorage { unsafe zeromq_message_size($0) }
    }

    /// Whether there are no bytes.
    @inlinable
    public var isEmpty: Bool {
        byteCount == 0
    }

    /// Whether another part of the same multipart message follows this one, which was received.
    @inlinable
    public var hasMore: Bool {
        unsafe withStorage { unsafe zeromq_message_more($0) } != 0
    }

    /// The bytes, for the length of `body`.
    @inlinable
    public func withBytes<R, E: Error>(_ body: (RawSpan) throws(E) -> R) throws(E) -> R {
        try unsafe withUnsafeBytes { (buffer) throws(E) -> R in try body(unsafe buffer.bytes) }
    }

    /// The bytes, for the length of `body`; their address must not be kept.
    @inlinable
    public func withUnsafeBytes<R, E: Error>(_ body: (UnsafeRawBufferPointer) throws(E) -> R) throws(E) -> R {
        try unsafe withUnsafePointer(to: storage) { (storage) throws(E) -> R in
            let bytes = unsafe UnsafeRawBufferPointer(
                start: zeromq_message_data(storage),
                count: zeromq_message_size(storage)
            )
            return try unsafe body(bytes)
        }
    }

    /// A copy of the bytes.
    public var bytes: [UInt8] {
        unsafe withUnsafeBytes { unsafe Array($0) }
    }

    /// Another message with the same bytes; beyond 33 they are shared, not copied.
    ///
    /// `mutating` because libzmq notes in the original too that its bytes are shared.
    public mutating func copy() -> Message {
        var copy = Message()
        let result = unsafe zeromq_message_copy(&copy.storage, &storage)
        precondition(result == 0, "out of memory for a message")
        return copy
    }

    /// What libzmq knows of the connection that a message came by: "Peer-Address", "User-Id" (with a ZAP handler),
    /// "Socket-Type", "Routing-Id"; nil for a message that was not received over a connection.
    public func property(_ name: String) -> String? {
        unsafe withStorage { storage in
            guard let text = unsafe zeromq_message_property(storage, name) else { return nil }
            return unsafe String(cString: text)
        }
    }

    /// The first byte of such a property, without the allocation that its text costs; nil where there is none, or an
    /// empty one.
    public func firstByte(ofProperty name: StaticString) -> UInt8? {
        unsafe withStorage { storage in
            guard let text = unsafe zeromq_message_property(storage, name.utf8Start), unsafe text.pointee != 0 else {
                return nil
            }
            return unsafe UInt8(bitPattern: text.pointee)
        }
    }
}
