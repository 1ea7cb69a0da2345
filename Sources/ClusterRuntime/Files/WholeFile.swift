internal import Glibc

/// Files that are read as a whole.
package enum WholeFile {
    /// The file's bytes, or `nil` where there is none.
    package static func read(_ path: String) throws(FileError) -> [UInt8]? { try OpenFile.at(path)?.bytes() }

    package static func exists(_ path: String) -> Bool { access(path, F_OK) == 0 }
}
