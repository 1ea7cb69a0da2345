/// The files of a folder that may hold articles.
enum FolderListing {
    /// A file, with the format that its name says.
    struct File {
        var path: String
        var format: InputFormat
    }

    /// Files with a known extension in `folder` and the folders in it, by name; without hidden ones, links to folders
    /// and what is no file. A folder or file that can't be looked at is a problem in its place.
    static func files(in folder: String) -> [Result<File, InputProblem>] {
        var files: [Result<File, InputProblem>] = []
        // What is still to be looked at, last first.
        var pending = [(path: folder, kind: FolderEntry.Kind.folder)]
        while let (path, kind) = pending.popLast() {
            do throws(InputFile.SystemError) {
                switch try resolved(kind, path) {
                case .folder:
                    let prefix = path.hasSuffix("/") ? path : path + "/"
                    for entry in try FolderEntry.all(inFolder: path).reversed() {
                        pending.append((prefix + entry.name, entry.kind))
                    }
                case .file:
                    if let format = InputFormat(extensionOf: path) {
                        files.append(.success(File(path: path, format: format)))
                    }
                case .link, .special, .unknown: break
                }
            } catch {
                files.append(.failure(InputProblem(input: path, error)))
            }
        }
        return files
    }

    /// What a link leads to, if that is a file; what it is that the folder did not say of.
    private static func resolved(
        _ kind: FolderEntry.Kind,
        _ path: String
    ) throws(InputFile.SystemError) -> FolderEntry.Kind {
        switch kind {
        case .file, .folder, .special: return kind
        case .link, .unknown:
            switch try InputFile.kind(of: path) {
            case .file: return .file
            case .folder: return kind == .link || InputFile.isLink(path) ? .special : .folder
            case .special: return .special
            }
        }
    }
}
