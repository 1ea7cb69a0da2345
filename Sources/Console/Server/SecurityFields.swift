internal import HTTPTypes

/// What every answer tells the browser not to do.
enum SecurityFields {
    static let all: [(HTTPField.Name, String)] = [
        // Pages of the console fetch from it alone; the report page has a stricter policy of its own within.
        ("X-Content-Type-Options", "nosniff"), ("Referrer-Policy", "same-origin"), ("X-Frame-Options", "DENY"),
        ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Cache-Control", "no-store"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

    /// For the console's own pages.
    static let policy = """
        default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; \
        form-action 'self'; base-uri 'none'; frame-ancestors 'none'
        """
}

extension HTTPFields {
    /// With those of `others` that are not there yet.
    func with(_ others: [(HTTPField.Name, String)]) -> HTTPFields {
        var fields = self
        for (name, value) in others where fields[name] == nil { fields[name] = value }
        return fields
    }
}
