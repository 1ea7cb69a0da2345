internal import CConsoleFiles
internal import HTTPTypes
internal import Reports

/// The console's style sheets and scripts: files of their own, built into the program.
package enum ConsoleAssets {
    struct Asset {
        var name: String
        var contentType: String
        var bytes: [UInt8]
        /// Changes with the content: the address holds it, so that a browser may keep the file for good.
        var tag: String
    }

    static let all: [Asset] = [
        asset("common.css", "text/css; charset=utf-8", Array(PageFiles.commonStyle.utf8)),
        asset("console.css", "text/css; charset=utf-8", bytes(warraq_console_css())),
        asset("console.js", "text/javascript; charset=utf-8", bytes(warraq_console_js())),
    ]

    package static let openAPI: [UInt8] = bytes(warraq_console_openapi())

    static func address(_ name: String) -> String {
        "/assets/\(name)" + (all.first { $0.name == name }.map { "?v=\($0.tag)" } ?? "")
    }

    private static func bytes(_ file: warraq_console_file) -> [UInt8] {
        Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
    }

    private static func asset(_ name: String, _ contentType: String, _ bytes: [UInt8]) -> Asset {
        // FNV-1a: it tells one release's file from another's, nothing more.
        let hash = bytes.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return Asset(name: name, contentType: contentType, bytes: bytes, tag: String(hash, radix: 36))
    }
}

extension ConsoleSite {
    func asset(_ name: String) throws(Refusal) -> Answer {
        guard let asset = ConsoleAssets.all.first(where: { $0.name == name }) else {
            throw .notFound("there is no file «\(name.prefix(64))»")
        }
        return Answer(
            .ok,
            asset.contentType,
            asset.bytes,
            fields: [.cacheControl: "public, max-age=31536000, immutable"]
        )
    }
}
