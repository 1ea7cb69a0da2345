#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension TrainingError {
    /// That a file or folder can't be read, and why in few words where that is known.
    ///
    /// - Parameter expected: what it should have been, if its contents may be the reason: «as UTF-8 text».
    static func unreadable(_ path: String, _ error: any Error, expected: String = "") -> TrainingError {
        let reason =
            switch (error as? CocoaError)?.code {
            case .fileReadNoSuchFile, .fileNoSuchFile: "there is no such file or folder"
            case .fileReadNoPermission: "it may not be read"
            case .fileReadInapplicableStringEncoding, .fileReadCorruptFile: "it has other bytes"
            default: "\(error)"
            }
        return TrainingError("\(path): can't be read\(expected.isEmpty ? "" : " \(expected)"): \(reason)")
    }
}

extension SegmentationCorpus {
    /// A corpus's file.
    package static func text(_ path: String) throws(TrainingError) -> String {
        do {
            return try String(contentsOf: URL(filePath: path), encoding: .utf8)
        } catch {
            throw .unreadable(path, error, expected: "as UTF-8 text")
        }
    }
}
