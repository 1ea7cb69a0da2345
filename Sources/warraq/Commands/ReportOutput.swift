import Articles
import Foundation

/// Where fetched reports go.
struct ReportOutput {
    let place: OutputPlace

    /// Makes the folder, if it is one and is missing.
    init(_ place: OutputPlace) throws {
        self.place = place
        guard case .folder(let path) = place else { return }
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw CommandFailure(.usage, "--output \(path): can't make this folder: \(Self.reason(error))")
        }
    }

    func write(_ report: [UInt8], of id: ArticleID) throws {
        switch place {
        case .standardOutput:
            Terminal.write(CompactJSON.line(report), to: .output)
        case .folder(let path):
            let file = URL(filePath: path).appending(path: "\(id).json")
            do {
                try Data(report).write(to: file, options: .atomic)
            } catch {
                throw CommandFailure("\(file.path): can't be written: \(Self.reason(error))")
            }
        }
    }

    private static func reason(_ error: any Error) -> String {
        let underlying = (error as NSError).userInfo[NSUnderlyingErrorKey] as? NSError
        let code = underlying?.domain == NSPOSIXErrorDomain ? underlying?.code : nil
        return code.map { String(cString: strerror(Int32($0))) } ?? error.localizedDescription
    }
}
