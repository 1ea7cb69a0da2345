import ArgumentParser
package import Articles

extension ArticleID: ExpressibleByArgument {
    /// In either case: other programs write the digits large.
    package init?(argument: String) { self.init(argument.lowercased()) }
}
