extension Unicode.Scalar {
    /// Its Unicode property White_Space. What texts consist of is told without looking it up: between U+0021 and U+1680
    /// there are two that have it.
    package var isWhiteSpace: Bool {
        switch value {
        case 0x20: true
        case 0x21...0x84, 0x86...0x9F, 0xA1...0x167F: false
        default: properties.isWhitespace
        }
    }
}
