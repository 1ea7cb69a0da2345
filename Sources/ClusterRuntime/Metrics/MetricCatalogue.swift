/// All metrics of the roles. Documentation/Metrics.md says what to make of them.
package enum MetricCatalogue {
    package static let all = producer + worker + sink + process

    static let byName = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

    package static let producer: [MetricDefinition] = [
        .init(.gauge, "warraq_producer_articles", "Articles in the journal, by state; waiting ones are the backlog."),
        .init(.gauge, "warraq_producer_articles_open", "Waiting articles whose sections are being worked on."),
        .init(
            .gauge,
            "warraq_producer_oldest_waiting_seconds",
            "Age of the oldest waiting article; 0 when none waits."
        ),
        .init(.counter, "warraq_producer_articles_accepted_total", "Articles that were new to the journal."),
        .init(.counter, "warraq_producer_articles_known_total", "Articles that were submitted and known already."),
        .init(.counter, "warraq_producer_articles_reported_total", "Articles settled with a whole report."),
        .init(
            .counter,
            "warraq_producer_articles_partial_total",
            "Articles settled with a report that lacks sections."
        ),
        .init(.counter, "warraq_producer_articles_cancelled_total", "Articles that were cancelled."),
        .init(
            .histogram,
            "warraq_producer_article_latency_seconds",
            "From when the journal took an article to when it knew of its report.",
            buckets: Buckets.latency
        ),
        .init(.gauge, "warraq_producer_sections_pending", "Sections of open articles that no worker has."),
        .init(.gauge, "warraq_producer_sections_in_flight", "Sections that workers hold."),
        .init(.counter, "warraq_producer_sections_handed_out_total", "Sections handed out, each as often as it was."),
        .init(.counter, "warraq_producer_sections_received_total", "Sections whose findings came to the sink."),
        .init(.counter, "warraq_producer_sections_retried_total", "Sections that were handed out again."),
        .init(.counter, "warraq_producer_sections_failed_total", "Sections that a worker could not analyse."),
        .init(
            .counter,
            "warraq_producer_sections_rejected_total",
            "Findings thrown away because they could not be of their section."
        ),
        .init(.counter, "warraq_producer_sections_given_up_total", "Sections given up after too many attempts."),
        .init(
            .histogram,
            "warraq_producer_section_latency_seconds",
            "From when a section was handed out to when the sink had its findings.",
            buckets: Buckets.latency
        ),
        .init(
            .counter,
            "warraq_producer_leases_expired_total",
            "Sections taken from a worker that was silent or finished nothing for a whole lease."
        ),
        .init(.counter, "warraq_producer_leases_broken_total", "Sections that a worker held when its process went."),
        .init(.gauge, "warraq_producer_workers", "Workers that are part of the cluster."),
        .init(.counter, "warraq_producer_workers_lost_total", "Workers that went without a goodbye, or hung."),
        .init(.gauge, "warraq_producer_sink_connected", "1 while there is a sink."),
        .init(.gauge, "warraq_producer_sink_articles", "Articles that the sink was told of and has not reported."),
        .init(.gauge, "warraq_producer_sink_reports_pending", "Articles for which the sink has all, and has to write."),
        .init(.counter, "warraq_producer_sinks_lost_total", "How often the sink went without a goodbye."),
        .init(.counter, "warraq_producer_reports_failed_total", "Times that the sink could not write a report."),
        .init(
            .counter,
            "warraq_producer_peers_refused_total",
            "Times that a worker or sink of another version or model was turned away."
        ),
        .init(
            .counter,
            "warraq_producer_connections_refused_total",
            "Connections with a key that is none of this cluster's."
        ),
        .init(
            .counter,
            "warraq_producer_handshakes_failed_total",
            "Connections that were not encrypted, or for a server with another key."
        ),
        .init(
            .counter,
            "warraq_producer_messages_unreadable_total",
            "Messages that could not be read, or were not for their sender's key to say."
        ),
        .init(
            .counter,
            "warraq_producer_messages_dropped_total",
            "Messages dropped because a peer's queue was full."
        ),
        .init(.counter, "warraq_producer_busy_answers_total", "Clients that were told to come back later."),
        .init(.gauge, "warraq_producer_draining", "1 while no more submissions are taken."),
        .init(.gauge, "warraq_producer_uncommitted_bytes", "Submissions that wait for the journal's disk."),
        .init(.gauge, "warraq_producer_journal_bytes", "Size of the journal's files."),
        .init(.gauge, "warraq_producer_journal_free_bytes", "What the journal's disk has left."),
        .init(.counter, "warraq_producer_journal_failures_total", "Requests that the journal could not do."),
        .init(
            .histogram,
            "warraq_producer_journal_commit_seconds",
            "Time of one commit of the journal, which may hold many requests.",
            buckets: Buckets.disk
        ),
    ]

    package static let worker: [MetricDefinition] = [
        .init(.counter, "warraq_worker_sections_analysed_total", "Sections analysed."),
        .init(.counter, "warraq_worker_text_bytes_total", "Bytes of text analysed."),
        .init(.counter, "warraq_worker_tokens_total", "Words and marks analysed."),
        .init(
            .histogram,
            "warraq_worker_section_seconds",
            "Time to analyse one section.",
            buckets: Buckets.analysis
        ),
        .init(.gauge, "warraq_worker_threads", "Threads that analyse."),
        .init(.gauge, "warraq_worker_joined_threads", "Threads that the producer counts as workers."),
        .init(.gauge, "warraq_worker_sections_waiting", "Sections received and not analysed."),
        .init(
            .gauge,
            "warraq_worker_sections_unacknowledged",
            "Sections whose findings the sink has not acknowledged."
        ),
        .init(.counter, "warraq_worker_sessions_total", "How often a thread has joined the cluster."),
        .init(.counter, "warraq_worker_messages_unreadable_total", "Messages that could not be read."),
    ]

    package static let sink: [MetricDefinition] = [
        .init(.gauge, "warraq_sink_joined", "1 while the producer has this sink."),
        .init(.counter, "warraq_sink_sessions_total", "How often this sink has joined the cluster."),
        .init(.gauge, "warraq_sink_articles_open", "Articles that lack findings."),
        .init(
            .gauge,
            "warraq_sink_reports_pending",
            "Reports that are being written, or could not be and are tried again."
        ),
        .init(.counter, "warraq_sink_findings_taken_total", "Sections whose findings were taken."),
        .init(
            .counter,
            "warraq_sink_findings_unneeded_total",
            "Findings that came twice, or for nothing that is open."
        ),
        .init(.counter, "warraq_sink_findings_rejected_total", "Findings that could not be of their section."),
        .init(.counter, "warraq_sink_reports_written_total", "Reports that are on disk."),
        .init(.counter, "warraq_sink_reports_failed_total", "Times that a report could not be written."),
        .init(.counter, "warraq_sink_report_bytes_total", "Bytes of the reports that were written."),
        .init(
            .histogram,
            "warraq_sink_merge_seconds",
            "Time to merge one article's findings into its report.",
            buckets: Buckets.analysis
        ),
        .init(
            .histogram,
            "warraq_sink_write_seconds",
            "Time to put a group of reports on disk, which may hold one or several.",
            buckets: Buckets.disk
        ),
        .init(.gauge, "warraq_sink_reports_free_bytes", "What the disk of the reports has left."),
        .init(
            .counter,
            "warraq_sink_connections_refused_total",
            "Connections with a key that is none of this cluster's."
        ),
        .init(
            .counter,
            "warraq_sink_handshakes_failed_total",
            "Connections that were not encrypted, or for a server with another key."
        ),
        .init(.counter, "warraq_sink_messages_unreadable_total", "Messages that could not be read."),
    ]

    package static let process: [MetricDefinition] = [
        .init(.gauge, "warraq_build_info", "1, with the version and the model as labels."),
        .init(.counter, "warraq_log_messages_total", "Lines logged, by level, from notice on."),
        .init(.counter, "process_cpu_seconds_total", "Processor time, of the user and of the system."),
        .init(.gauge, "process_resident_memory_bytes", "Memory that is in RAM."),
        .init(.gauge, "process_virtual_memory_bytes", "Memory that is mapped."),
        .init(.gauge, "process_open_fds", "Open files and sockets."),
        .init(.gauge, "process_max_fds", "How many there may be."),
        .init(.gauge, "process_threads", "Threads."),
        .init(.gauge, "process_start_time_seconds", "When the process started, in seconds since 1970."),
    ]
}
