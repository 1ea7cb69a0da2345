/// Folded letters that rules look at.
package enum ArabicLetter {
    package static let alef: UInt16 = 0x627
    package static let beh: UInt16 = 0x628
    package static let teh: UInt16 = 0x62A
    package static let seen: UInt16 = 0x633
    package static let feh: UInt16 = 0x641
    package static let kaf: UInt16 = 0x643
    package static let lam: UInt16 = 0x644
    package static let noon: UInt16 = 0x646
    package static let heh: UInt16 = 0x647
    package static let waw: UInt16 = 0x648
    package static let yeh: UInt16 = 0x64A
}
