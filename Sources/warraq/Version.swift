/// The version of the program: that of the changelog's newest entry.
package enum Version {
    package static let text = "0.1.0"
}
