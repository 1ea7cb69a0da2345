extension String {
    /// The text, or where it has more than `size` bytes of UTF-8 as much of its beginning as leaves room for «…».
    package func shortened(toBytes size: Int) -> String {
        guard utf8.count > size else { return self }
        var bytes = max(0, size - "…".utf8.count)
        // Whole code points: the last one may have begun up to three bytes before.
        while bytes > 0 {
            let end = utf8.index(startIndex, offsetBy: bytes)
            if let whole = end.samePosition(in: unicodeScalars) { return String(self[..<whole]) + "…" }
            bytes -= 1
        }
        return "…"
    }
}
