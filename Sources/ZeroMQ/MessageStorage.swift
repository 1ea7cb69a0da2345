/// The room of one `zmq_msg_t`: 64 bytes, aligned for pointers (the shim header asserts both).
///
/// libzmq moves messages bitwise itself, so Swift may move this too. Words instead of the imported struct, whose 64
/// separate bytes the compiler would move one by one.
///
/// Like all that a send or a receive runs through, it is `public` so that it can be inlined into the loops that call it:
/// Swift 6.3 does not inline `package` declarations into other modules, `@inlinable` or not.
public typealias MessageStorage = InlineArray<8, UInt64>
