import ClusterRuntime
import Glibc
import Testing

@Suite("What the system refused to do with a file")
struct FileErrorTests {
    @Test(
        "the advice is for what was to be done",
        arguments: [
            ("open", EACCES, "the right to read it"), ("open the folder", EPERM, "the right to read it"),
            ("read", EACCES, "the right to read it"), ("read the folder", EACCES, "the right to read it"),
            ("write", EACCES, "the right to write there"), ("make", EPERM, "the right to write there"),
            ("make the folder", EACCES, "the right to write there"), ("write", ENOSPC, "make room on that disk"),
        ]
    )
    func advice(operation: String, code: Int32, advice: String) {
        let error = FileError(operation, "/a", code: code)
        #expect(error.description.hasPrefix("can't \(operation) /a: "))
        #expect(error.description.hasSuffix(advice))
    }
}
