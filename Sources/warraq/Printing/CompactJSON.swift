/// JSON without the white space between its parts: one line.
package enum CompactJSON {
    /// Removes white space outside of strings, and ends with a newline. `json` must be valid JSON.
    package static func line(_ json: [UInt8]) -> [UInt8] {
        // What goes leaves room for the newline, or there is one byte more.
        [UInt8](unsafeUninitializedCapacity: json.count + 1) { line, count in
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
                line[count] = byte
                count += 1
            }
            line[count] = UInt8(ascii: "\n")
            count += 1
        }
    }
}
