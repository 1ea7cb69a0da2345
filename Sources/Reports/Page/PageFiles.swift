internal import CPageFiles
internal import CSodium
internal import FoundationEssentials

/// The style sheets and scripts of the pages. They are files of their own in `CPageFiles`, built into the program.
package enum PageFiles {
    /// Colours, type and controls: what every page has.
    package static let commonStyle = text(warraq_common_css())
    package static let reportStyle = text(warraq_report_css())
    package static let indexStyle = text(warraq_index_css())
    /// Sets the language and light or dark before anything is shown.
    package static let settingsScript = text(warraq_settings_js())
    package static let reportScript = text(warraq_report_js())

    private static func text(_ file: warraq_page_file) -> String {
        String(decoding: UnsafeBufferPointer(start: file.bytes, count: file.size), as: UTF8.self)
    }

    /// The source expression of a Content Security Policy that lets this inline text in, and no other.
    static func policySource(of text: String) -> String {
        let bytes = Array(text.utf8)
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256(&digest, bytes, UInt64(bytes.count))
        return "'sha256-\(Data(digest).base64EncodedString())'"
    }
}
