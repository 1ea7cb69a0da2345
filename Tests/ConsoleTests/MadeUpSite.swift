import Cluster
import ClusterRuntime
import Console
import Foundation
import HTTPTypes
import Testing
import ZeroMQ

/// A console on some reports, without a cluster where it is not told of one.
final class MadeUpSite {
    let made: TemporaryIndex
    let site: ConsoleSite
    private let context: Context
    private let desk: Role
    private let pages: Role

    init(_ reports: [MadeUpReport], allowsControl: Bool = false, producer: Endpoint? = nil) throws {
        made = try TemporaryIndex()
        try made.put(reports)
        let folder = made.folder.appending(path: "reports")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for report in reports { try Data(report.json).write(to: folder.appending(path: "\(report.id).json")) }
        let context = try Context()
        self.context = context
        let makeClient: @Sendable () throws -> ClusterClient = {
            ClusterClient(
                context: context,
                producer: try producer ?? Endpoint("inproc://nobody"),
                softwareVersion: "1",
                patience: producer == nil ? .milliseconds(30) : .seconds(60)
            )
        }
        let feed = LiveFeed()
        let files = ReportFiles(folder: folder.path)
        let loop = try IndexLoop(index: made.index, files: files, model: nil, logger: TemporaryIndex.logger)
        let desk = ClusterDesk(makeClient)
        self.desk = Role(desk)
        try self.desk.start()
        let pages = PageDesk()
        self.pages = Role(pages)
        try self.pages.start()
        site = ConsoleSite(
            index: made.index,
            loop: loop,
            files: files,
            desk: desk,
            pages: pages,
            watch: try ClusterWatch(feed: feed, progress: { loop.progress }, makeClient),
            feed: feed,
            segmentation: nil,
            allowsControl: allowsControl,
            requestGuard: RequestGuard(),
            softwareVersion: "1",
            logger: TemporaryIndex.logger
        )
    }

    deinit {
        for role in [desk, pages] {
            role.shutDown()
            try? role.wait()
        }
    }

    /// What a browser gets.
    func page(_ target: String, language: String = "en") async -> (status: Int, text: String) {
        var request = ConsoleRequest(.get, target)
        request.fields[.accept] = "text/html,*/*"
        request.fields[.acceptLanguage] = language
        let answer = await site.answer(request)
        return (answer.status.code, String(decoding: answer.bytes, as: UTF8.self))
    }

    /// What a program gets.
    func ask(
        _ method: HTTPRequest.Method,
        _ target: String,
        type: String? = nil,
        _ body: String = ""
    ) async -> (status: Int, json: [String: Any]) {
        var request = ConsoleRequest(method, target, body: Array(body.utf8))
        request.fields[.contentType] = type
        let answer = await site.answer(request)
        let json = try? JSONSerialization.jsonObject(with: Data(answer.bytes)) as? [String: Any]
        return (answer.status.code, json ?? [:])
    }
}

extension Answer {
    /// All that is sent, but for events.
    var bytes: [UInt8] {
        switch body {
        case .bytes(let bytes): bytes
        case .file(let file): (try? file.bytes()) ?? []
        case .events: []
        }
    }
}
