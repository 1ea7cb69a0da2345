internal import HTTPTypes
package import Reports

/// What all pages need to know of the request and of the console.
package struct PageContext {
    static let languageCookie = "warraq.language"

    var request: ConsoleRequest
    var language: PageLanguage
    var allowsControl: Bool
    var version: String

    init(_ request: ConsoleRequest, allowsControl: Bool, version: String) {
        self.request = request
        language = Self.language(of: request)
        self.allowsControl = allowsControl
        self.version = version
    }

    func callAsFunction(_ phrase: Phrase) -> String { phrase.text(in: language) }

    /// What was chosen, else what the browser likes best of what there is.
    static func language(of request: ConsoleRequest) -> PageLanguage {
        let cookies = request.fields[.cookie] ?? ""
        for cookie in cookies.split(separator: ";") {
            let parts = cookie.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, parts[0].drop(while: { $0 == " " }) == languageCookie else { continue }
            if let language = PageLanguage(rawValue: String(parts[1])) { return language }
        }
        return accepted(request.fields[.acceptLanguage] ?? "")
    }

    /// RFC 9110, 12.5.4.
    package static func accepted(_ header: String) -> PageLanguage {
        var best: (language: PageLanguage, quality: Double)?
        for range in header.split(separator: ",") {
            let parts = range.split(separator: ";").map { $0.filter { !$0.isWhitespace } }
            guard let tag = parts.first, let primary = tag.split(separator: "-").first,
                let language = PageLanguage(rawValue: primary.lowercased())
            else { continue }
            let quality = parts.dropFirst().first { $0.hasPrefix("q=") }.flatMap { Double($0.dropFirst(2)) } ?? 1
            if quality > best?.quality ?? 0 { best = (language, quality) }
        }
        return best?.language ?? .english
    }

    /// A number with its thousands told apart.
    func number(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { text.append(",") }
            text.append(digit)
        }
        return (number < 0 ? "-" : "") + text
    }

    func decimal(_ number: Double) -> String {
        guard number.isFinite else { return "–" }
        if number.magnitude >= 100 { return self.number(Int(number.rounded())) }
        let tenths = Int((number * 10).rounded())
        let rest = tenths % 10
        return (tenths < 0 ? "-" : "") + self.number(abs(tenths / 10)) + (rest == 0 ? "" : ".\(abs(rest))")
    }

    /// «3 min», «2 h».
    func span(milliseconds: Int) -> String {
        let seconds = milliseconds / 1000
        let isArabic = language == .arabic
        switch seconds {
        case ..<1: return "\(milliseconds) " + (isArabic ? "م‌ث" : "ms")
        case ..<90: return "\(seconds) " + (isArabic ? "ث" : "s")
        case ..<5400: return "\(seconds / 60) " + (isArabic ? "د" : "min")
        case ..<172_800: return "\(seconds / 3600) " + (isArabic ? "س" : "h")
        default: return "\(seconds / 86_400) " + (isArabic ? "يوم" : "d")
        }
    }
}
