import Articles
import Console
import Testing

@Suite("What differs between index and folder")
struct FolderDifferenceTests {
    @Test("the difference between index and folder is what is new, changed and gone, the newest first")
    func difference() {
        func id(_ number: UInt64) -> ArticleID { ArticleID(high: 0, low: number) }
        func stamp(_ modified: Int64, _ inode: UInt64 = 1) -> FileStamp {
            .init(modified: modified, size: 1, inode: inode)
        }
        let indexed = [id(1): stamp(1), id(2): stamp(2), id(3): stamp(3), id(4): stamp(4)]
        let found = [id(1): stamp(1), id(2): stamp(2, 9), id(4): stamp(40), id(5): stamp(5)]
        let difference = FolderDifference(indexed: indexed, found: found)
        #expect(difference.toRead == [id(4), id(5), id(2)])
        #expect(difference.gone == [id(3)])
        #expect(FolderDifference(indexed: found, found: found) == FolderDifference(indexed: [:], found: [:]))
    }
}
