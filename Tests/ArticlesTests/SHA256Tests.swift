import Articles
import Testing

@Suite("SHA-256")
struct SHA256Tests {
    @Test(
        "gives what the standard says",
        arguments: [
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
            (
                "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
            ),
        ]
    )
    func standard(text: String, expected: String) {
        for coder in SHA256.Coder.allCases {
            let digest = SHA256.digest(of: Array(text.utf8), by: coder)
            #expect(digest.flatMap { [String($0 >> 4, radix: 16), String($0 & 15, radix: 16)] }.joined() == expected)
        }
    }

    @Test("gives the same by every code, for every length and place")
    func same() {
        var state: UInt64 = 1
        let bytes = (0..<1000).map { _ -> UInt8 in
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return UInt8(truncatingIfNeeded: state >> 56)
        }
        bytes.withUnsafeBytes { bytes in
            for count in 0...900 {
                let part = UnsafeRawBufferPointer(rebasing: bytes[count % 16..<count % 16 + count])
                #expect(SHA256.digest(of: part) == SHA256.digest(of: part, by: .portable), "\(count) bytes")
            }
        }
    }
}
