internal import CZeroMQ

/// A key pair of CURVE, ZeroMQ's encryption and authentication.
package struct CurveKeys: Sendable {
    package let publicKey: CurvePublicKey
    package let secretKey: CurveSecretKey

    /// Makes a new pair from the system's randomness.
    package static func generate() throws(ZeroMQError) -> CurveKeys {
        // 40 characters and the final zero.
        var publicText = [CChar](repeating: 0, count: 41)
        var secretText = [CChar](repeating: 0, count: 41)
        guard unsafe zmq_curve_keypair(&publicText, &secretText) == 0,
            let publicKey = CurvePublicKey(z85: Z85.text(publicText)),
            let secretKey = CurveSecretKey(z85: Z85.text(secretText))
        else { throw ZeroMQError(code: .lastOfThread, operation: "make CURVE keys") }
        return CurveKeys(publicKey: publicKey, secretKey: secretKey)
    }

    private init(publicKey: CurvePublicKey, secretKey: CurveSecretKey) {
        self.publicKey = publicKey
        self.secretKey = secretKey
    }

    /// The pair to which a secret key belongs.
    package init(secretKey: CurveSecretKey) throws(ZeroMQError) {
        var publicText = [CChar](repeating: 0, count: 41)
        guard unsafe zmq_curve_public(&publicText, secretKey.z85) == 0,
            let publicKey = CurvePublicKey(z85: Z85.text(publicText))
        else { throw ZeroMQError(code: .lastOfThread, operation: "compute a CURVE public key") }
        self.init(publicKey: publicKey, secretKey: secretKey)
    }
}

/// The half of a key pair that everybody may know: 32 bytes, written as 40 characters of Z85.
package struct CurvePublicKey: Hashable, Sendable, CustomStringConvertible {
    package let bytes: [UInt8]

    /// nil unless there are 32 bytes.
    package init?(bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
        guard self.bytes.count == 32 else { return nil }
    }

    /// nil unless `text` is 40 characters of Z85.
    package init?(z85 text: String) {
        guard let bytes = Z85.decode(text) else { return nil }
        self.init(bytes: bytes)
    }

    package var z85: String { Z85.encode(bytes) ?? "" }
    package var description: String { z85 }
}

/// The half of a key pair that stays with its owner. Printing it does not show it.
package struct CurveSecretKey: Sendable, CustomStringConvertible, CustomReflectable {
    package let bytes: [UInt8]

    /// nil unless there are 32 bytes.
    package init?(bytes: some Sequence<UInt8>) {
        self.bytes = Array(bytes)
        guard self.bytes.count == 32 else { return nil }
    }

    /// nil unless `text` is 40 characters of Z85.
    package init?(z85 text: String) {
        guard let bytes = Z85.decode(text) else { return nil }
        self.init(bytes: bytes)
    }

    package var z85: String { Z85.encode(bytes) ?? "" }
    package var description: String { "(secret key)" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}

extension CurvePublicKey: SocketOptionValue {
    package static var optionByteCount: Int { 32 }

    package func withOptionBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        unsafe bytes.withOptionBytes(body)
    }

    package init?(optionBytes: ArraySlice<UInt8>) {
        self.init(bytes: optionBytes)
    }
}

extension CurveSecretKey: SocketOptionValue {
    package static var optionByteCount: Int { 32 }

    package func withOptionBytes<R>(_ body: (UnsafeRawBufferPointer) -> R) -> R {
        unsafe bytes.withOptionBytes(body)
    }

    package init?(optionBytes: ArraySlice<UInt8>) {
        self.init(bytes: optionBytes)
    }
}

extension Socket {
    /// Makes the connections that will be bound here encrypted, and this end their server. Who may connect is for the
    /// context's ZAP handler to say; without one, everybody may.
    package func secureAsServer(_ keys: CurveKeys, domain: String) throws(ZeroMQError) {
        try set(.curveServer, to: true)
        try set(.curveSecretKey, to: keys.secretKey)
        try set(.zapDomain, to: domain)
    }

    /// Makes the connections from here encrypted, to a server that has the secret key for `serverKey`.
    package func secureAsClient(_ keys: CurveKeys, serverKey: CurvePublicKey) throws(ZeroMQError) {
        try set(.curveServerKey, to: serverKey)
        try set(.curvePublicKey, to: keys.publicKey)
        try set(.curveSecretKey, to: keys.secretKey)
    }
}
