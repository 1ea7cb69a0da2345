/// The files of a folder that may hold articles.
struct FolderListing {
    /// A file, with the format that its name says.
    struct File {
        /// With a slash at its end. All files of a folder share one string.
        var folder: String
        var name: String
        var format: InputFormat

        var path: String { folder + name }
    }

    /// Files with a known extension in the folder and the folders in it, by name; without hidden ones, links to folders
    /// and what is no file. A folder or file that can't be looked at is a problem in its place.
    private(set) var files: [Result<File, InputProblem>] = []
    /// How many files there are of other kinds, by their extensions: see ``ArticleReader/leftOut``.
    private(set) var leftOut: [String: Int] = [:]

    init(of folder: String) {
        // What is still to be looked at, last first.
        var pending = [(folder: folder, name: "", kind: FolderEntry.Kind.folder)]
        while let (folder, name, kind) = pending.popLast() {
            do throws(InputFile.SystemError) {
                switch try Self.resolved(kind, folder, name) {
                case .folder:
                    let path = folder + name
                    let inside = path.hasSuffix("/") ? path : path + "/"
                    for entry in try FolderEntry.all(inFolder: path).reversed() {
                        pending.append((inside, entry.name, entry.kind))
                    }
                case .file:
                    if let format = InputFormat(extensionOf: name) {
                        files.append(.success(File(folder: folder, name: name, format: format)))
                    } else if !Self.isByTheWay(name) {
                        let ending = InputFormat.fileExtension(name).map { ".\($0.lowercased())" } ?? ""
                        leftOut[ending, default: 0] += 1
                    }
                case .link, .special, .unknown: break
                }
            } catch {
                files.append(.failure(InputProblem(input: folder + name, error)))
            }
        }
    }

    /// What to do with the commonest kind that was left out, if something can be done.
    var advice: String? {
        let commonest = leftOut.max { ($0.value, $1.key) < ($1.value, $0.key) }
        return commonest.flatMap { ForeignFormat(extensionOf: "x\($0.key)") }?.advice
    }

    /// What office programs and file managers leave beside files.
    private static func isByTheWay(_ name: String) -> Bool {
        name.hasPrefix("~$") || name.hasSuffix("~") || ["Thumbs.db", "desktop.ini"].contains(name)
    }

    /// What a link leads to, if that is a file; what it is that the folder did not say of.
    private static func resolved(
        _ kind: FolderEntry.Kind,
        _ folder: String,
        _ name: String
    ) throws(InputFile.SystemError) -> FolderEntry.Kind {
        switch kind {
        case .file, .folder, .special: return kind
        case .link, .unknown:
            let path = folder + name
            switch try InputFile.kind(of: path) {
            case .file: return .file
            case .folder: return kind == .link || InputFile.isLink(path) ? .special : .folder
            case .special: return .special
            }
        }
    }
}
