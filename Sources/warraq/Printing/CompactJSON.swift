/// JSON without the white space between its parts: one line.
package enum CompactJSON {
    /// Removes white space outside of strings, and ends with a newline. `json` must be valid JSON.
    package static func line(_ json: some Sequence<UInt8>) -> [UInt8] {
        var line: [UInt8] = []
        var isInString = false
        var isEscaped = false
        for byte in json {
            if isInString {
                if isEscaped {
                    isEscaped = false
                } else if byte == UInt8(ascii: "\\") {
                    isEscaped = true
                } else if byte == UInt8(ascii: "\"") {
                    isInString = false
                }
            } else if byte == UInt8(ascii: "\"") {
                isInString = true
            } else if byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
                continue
            }
            line.append(byte)
        }
        line.append(UInt8(ascii: "\n"))
        return line
    }
}
