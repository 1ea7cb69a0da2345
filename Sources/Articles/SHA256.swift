internal import CDigest
internal import CSodium

/// SHA-256 (FIPS 180-4): by the processor's own instructions where it has them, which is several times as fast as the
/// portable code of libsodium, which every libzmq with CURVE brings along. Each article is hashed whenever it comes in,
/// and the model at each start.
package enum SHA256 {
    /// Which code does it: tests hold one against the other.
    package enum Coder: Sendable, CaseIterable { case fastest, portable }

    /// The 32 bytes of the digest.
    package static func digest(of bytes: UnsafeRawBufferPointer, by coder: Coder = .fastest) -> [UInt8] {
        let bytes = bytes.bindMemory(to: UInt8.self)
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        if coder == .fastest, digest_sha256_by_processor(bytes.baseAddress, bytes.count, &digest) { return digest }
        _ = crypto_hash_sha256(&digest, bytes.baseAddress, UInt64(bytes.count))
        return digest
    }

    package static func digest(of bytes: [UInt8], by coder: Coder = .fastest) -> [UInt8] {
        bytes.withUnsafeBytes { digest(of: $0, by: coder) }
    }
}
