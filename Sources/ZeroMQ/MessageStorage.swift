/// The room of one `zmq_msg_t`: 64 bytes, aligned for pointers (the shim header asserts both).
///
/// libzmq moves messages bitwise itself, so Swift may move this too. Words instead of the imported struct, whose 64
/// separate bytes the compiler would move one by one.
package typealias MessageStorage = InlineArray<8, UInt64>
