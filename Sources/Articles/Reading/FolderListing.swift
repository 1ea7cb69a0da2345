/// The files of a folder that may hold articles.
enum FolderListing {
    /// Files with a known extension in `folder` and the folders in it, by name; without hidden ones, links to folders
    /// and what is no file. A folder or file that can't be looked at is a problem in its place.
    static func files(in folder: String) -> [Result<String, InputProblem>] {
        var files: [Result<String, InputProblem>] = []
        // What is still to be looked at, last first.
        var pending = [folder]
        while let path = pending.popLast() {
            do throws(InputFile.SystemError) {
                switch try InputFile.kind(of: path, followsLinks: path == folder) {
                case .folder:
                    let prefix = path.hasSuffix("/") ? path : path + "/"
                    for name in try InputFile.names(inFolder: path).reversed() { pending.append(prefix + name) }
                case .file where InputFormat.isKnown(path): files.append(.success(path))
                case .file, .special: break
                }
            } catch {
                files.append(.failure(InputProblem(input: path, reason: error.reason, advice: error.advice)))
            }
        }
        return files
    }
}
