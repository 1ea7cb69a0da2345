import Articles
import Cluster
import ClusterTestSupport
import HTTPTypes
import Testing

@Suite("Why an article waits, at the console", .timeLimit(.minutes(5)))
struct TroubleTests {
    private static let hostile = "<script>alert(1)</script>"

    private static func job(_ number: UInt64, _ change: (inout Job.Trouble) -> Void = { _ in }) -> Job {
        var job = Job(
            id: ArticleID(high: 0, low: number),
            state: .waiting,
            title: hostile,
            source: hostile,
            submittedAt: 0,
            settledAt: nil,
            missingSections: 0
        )
        change(&job.trouble)
        return job
    }

    private static let quiet = job(1)
    private static let killer = job(2) {
        $0.sinkDeaths = 4
        $0.pause = 8000
    }
    private static let failing = job(3) { $0.failedAttempts = 1200 }

    private func site() throws -> (MadeUpSite, ScriptedProducer) {
        let producer = try ScriptedProducer { question, _ in
            let jobs = [Self.quiet, Self.killer, Self.failing]
            return switch question {
            case .status(let request): .status(request: request, ClusterStatus())
            case .jobs(let request, _, _, _, _): .jobs(request: request, JobsPage(jobs))
            case .show(let request, let id): .job(request: request, jobs.first { $0.id == id })
            default: .failed(request: question.request, reason: "no such question")
            }
        }
        return (try MadeUpSite([], producer: producer.endpoint), producer)
    }

    @Test("the list and each article's page say it in the page's language, and nothing of an article becomes markup")
    func pages() async throws {
        let (site, producer) = try site()
        let expected = [
            ("en", "Sinks that died with it: 4 · Tried again in: 8 s", "Attempts of workers that failed: 1,200"),
            ("ar", "مُجمِّعات سقطت به: 4 · يُعاد بعد: 8 ث", "محاولات أخفق فيها العمال: 1,200"),
        ]
        for (language, ofKiller, ofFailing) in expected {
            let list = await site.page("/articles?state=waiting", language: language)
            #expect(list.status == 200)
            #expect(list.text.contains(">\(ofKiller)<") && list.text.contains(">\(ofFailing)<"))
            #expect(list.text.ranges(of: "class=\"problem\"").count == 2)
            for (job, reason) in [(Self.quiet, nil), (Self.killer, ofKiller), (Self.failing, ofFailing)] {
                let page = await site.page("/articles/\(job.id)", language: language)
                #expect(page.status == 200 && !page.text.contains(Self.hostile))
                #expect(page.text.contains("class=\"problem\"") == (reason != nil))
                if let reason { #expect(page.text.contains(">\(reason)<")) }
            }
            #expect(!list.text.contains(Self.hostile))
        }
        withExtendedLifetime(producer) {}
    }

    @Test("programs are told in numbers, and of nothing where there is nothing")
    func documents() async throws {
        let (site, producer) = try site()
        let list = await site.ask(.get, "/v1/articles?state=waiting")
        let articles = try #require(list.json["articles"] as? [[String: Any]])
        let troubles = articles.map { $0["trouble"] as? [String: Int] }
        let killer = ["sinkDeaths": 4, "failedAttempts": 0, "pauseMilliseconds": 8000]
        #expect(troubles == [nil, killer, ["sinkDeaths": 0, "failedAttempts": 1200, "pauseMilliseconds": 0]])
        #expect(articles[0].keys.contains("trouble") == false)
        let article = await site.ask(.get, "/v1/articles/\(Self.killer.id)")
        #expect(article.json["trouble"] as? [String: Int] == killer)
        withExtendedLifetime(producer) {}
    }
}
