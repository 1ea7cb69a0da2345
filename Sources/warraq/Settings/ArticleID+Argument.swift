import ArgumentParser
package import Articles

extension ArticleID: ExpressibleByArgument {
    package init?(argument: String) { self.init(argument) }
}
