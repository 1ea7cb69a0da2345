"""The rows: each function measures one group and returns its rows.

A row has a name, and what of these it can have: `value` with its `unit`, `ratio` with the `bar` it has to reach and the
`aim`, and whether the ratio is `robust`: of two things that the same load slows alike, so that a busy machine can check
it. Rounds are interleaved: what else the machine does hits both sides.
"""

import json
import os
import pathlib
import re
import statistics
import subprocess
import time

import cluster
import peers

median = statistics.median


def zeromq(bench):
    """The ZeroMQ floor against the same loops in C."""
    rounds, messages = (5, 60_000) if bench.is_short else (7, 150_000)
    command = [bench.tools.zeromq, rounds, messages] + (["1 thread"] if bench.is_short else [])
    output = bench.program(*command, seconds=300, cores=set(os.sched_getaffinity(0)))
    line = re.compile(r"(\S+→\S+)\s+(1 thread|inproc|ipc|tcp)\s+(\d+)\s+(\d+)\s+(\d+)\s+([\d.]+)\s+(\d+)\s+(\d+)\s+([\d.]+)")
    found = []
    for match in line.finditer(output):
        pattern, over, size, _, speed, ratio, _, _, processor = match.groups()
        robust = over == "1 thread"
        found.append({
            "name": f"ZeroMQ {pattern} {over} {size} B, against C",
            "value": float(speed), "unit": "messages/s", "ratio": float(processor if robust else ratio),
            "cpu_ratio": float(processor), "bar": 0.95, "aim": 1.0, "robust": robust,
        })
    return found


def throughput(bench):
    """Articles through a cluster of processes against the same two cores extracting in one process."""
    count, rounds = (600, 1) if bench.is_short else (3000, 3)
    path = bench.corpus(count)
    plain, secure, alone, reports = [], [], [], []
    for number in range(rounds):
        def extract():
            alone.append(bench.program(bench.tools.extraction, "articles", 2, path))
            reports.append(bench.program(bench.tools.extraction, "reports", 2, path))

        def through(results, **options):
            results.append(cluster.throughput(
                bench.tools, bench.place(), bench.cores, path, first=bench.warm_up(), **options))

        turns = [extract, lambda: through(plain), lambda: through(secure, keys=bench.keys())]
        for turn in turns if number % 2 == 0 else reversed(turns):
            turn()
    wall = median(each["articles"] / each["seconds"] for each in alone)
    processor = median(each["cpu"] / each["articles"] for each in alone)
    found = [{
        "name": "extraction alone, 2 threads", "value": wall, "unit": "articles/s",
        "cpu": processor * 1e6,
    }]
    # What a cluster adds to its answers: with the same reports in memory, instead of findings that nobody merges.
    whole = median(each["articles"] / each["seconds"] for each in reports)
    found += [
        {"name": "the same reports in the memory of one process, 2 threads", "value": whole, "unit": "articles/s",
         "cpu": median(each["cpu"] / each["articles"] for each in reports) * 1e6},
        {"name": "cluster of processes, against the same reports in one process",
         "ratio": median(each["articles"] / each["seconds"] for each in plain) / whole},
    ]
    for name, results, bar, aim in (("cluster of processes", plain, 0.75, 0.9), ("the same with CURVE", secure, 0.65, 0.85)):
        rate = median(each["articles"] / each["seconds"] for each in results)
        used = median(each["cpu"] / each["articles"] for each in results)
        roles = {role: median(each["use"][role]["cpu"] / each["articles"] for each in results) * 1e6
                 for role in results[0]["use"]}
        found += [
            {"name": f"{name}, against extraction alone", "value": rate, "unit": "articles/s", "ratio": rate / wall,
             "bar": bar, "aim": aim, "cpu_by_role": roles},
            {"name": f"{name}: extraction's share of processor time", "value": used * 1e6, "unit": "µs/article",
             "ratio": processor / used, "robust": True},
        ]
    return found


def no_op(bench):
    """Sections through the durable cluster when extraction costs nothing: articles of 13 sections of 1 KiB."""
    count, rounds = (500, 1) if bench.is_short else (3000, 3)
    path = bench.long_corpus(count)
    sections = bench.program(bench.tools.extraction, "articles", 2, path)
    results = [cluster.throughput(bench.tools, bench.place(), bench.cores, path, first=bench.warm_up(), no_op=True)
               for _ in range(rounds)]
    rate = sections["sections"] / median(each["seconds"] for each in results)
    used = median(each["cpu"] for each in results) / sections["sections"]
    return [
        {"name": "no-op extraction through the durable cluster", "value": rate, "unit": "sections/s",
         "cpu_by_role": {role: median(each["use"][role]["cpu"] for each in results) / sections["sections"] * 1e6
                         for role in results[0]["use"]}},
        {"name": "a section's extraction against all that is done around it", "value": used * 1e6,
         "unit": "µs/section", "ratio": sections["cpu"] / sections["sections"] / used, "robust": True},
    ]


def latency(bench):
    """One article at a time through an idle cluster."""
    path = bench.corpus(100 if bench.is_short else 500)
    result = cluster.latency(bench.tools, bench.place(), bench.cores, path)
    return [
        {"name": f"one article, idle cluster, until it is reported: {name}", "value": result[name], "unit": "ms",
         "ratio": bar / result[name], "bar": 1, "aim": bar / aim}
        for name, bar, aim in (("p50", 5, 2), ("p99", 15, 5))
    ]


def extraction(bench):
    """Tokens a second of one core."""
    path = bench.corpus(300 if bench.is_short else 1000)
    result = bench.program(bench.tools.extraction, "tokens", path, cores={min(bench.cores)})
    found = [{"name": "whole extraction, one core", "value": result["whole"], "unit": "tokens/s",
              "ratio": result["whole"] / 250_000, "bar": 1, "aim": 4}]
    found += [{"name": f"{part} alone, one core", "value": result[part], "unit": "tokens/s"}
              for part in ("entities", "themes", "rules", "tokenising")]
    # The tokeniser on the same text: what the processor and its caches do at this moment.
    found.append({"name": "whole extraction against tokenising alone", "ratio": result["whole"] / result["tokenising"],
                  "robust": True})
    return found


def reading(bench):
    """Megabytes a second of each reader, on one core."""
    text = bench.folder / "text"
    if not text.exists():
        text.mkdir()
        for line in bench.corpus(1000).read_text("utf-8").splitlines():
            article = json.loads(line)
            (text / f"{article['id']}.txt").write_text(article["text"], "utf-8")
    output = bench.program(bench.tools.reading, text, seconds=240, cores={min(bench.cores)})
    line = re.compile(r"^(\S.*?)\s{2,}(\d+)\s+(\d+)\s+(\d+|-)\s", re.MULTILINE)
    return [{"name": f"reading {name}", "value": float(rate), "unit": "MB/s", "ratio": float(rate) / 200, "bar": 1, "aim": 5}
            for name, _, rate, _ in line.findall(output)]


def start(bench):
    """How long a worker takes from its start to the report of the first article, and the memory that it has then."""
    times, memory = [], []
    for number in range(3 if bench.is_short else 7):
        with cluster.Cluster(bench.tools, bench.place(), bench.cores, workers=0) as empty:
            articles = empty.folder / "article.jsonl"
            articles.write_text(bench.corpus(100).read_text("utf-8").splitlines()[number] + "\n", "utf-8")
            submit = subprocess.run([bench.tools.warraq, "submit", "--producer", empty.producer_address, articles],
                                    check=True, capture_output=True, text=True, env=empty.processes.environment)
            report = empty.folder / "reports" / f"{submit.stdout.split()[0]}.json"
            started = time.monotonic()
            worker = empty.processes.start(bench.tools.warraq, "worker", "--producer", empty.producer_address)
            while not report.exists():
                if time.monotonic() - started > 30:
                    raise RuntimeError("a worker did nothing for 30 s")
                time.sleep(0.001)
            times.append((time.monotonic() - started) * 1000)
            memory.append(_anonymous(worker.pid))
    return [
        {"name": "a worker's start to its first report", "value": median(times), "unit": "ms",
         "ratio": 100 / median(times), "bar": 1},
        {"name": "a worker's memory beside the mapped model", "value": median(memory), "unit": "MB",
         "ratio": 64 / median(memory), "bar": 1},
    ]


def _anonymous(process):
    """Megabytes of memory of its own, not of files."""
    for line in pathlib.Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("RssAnon"):
            return int(line.split()[1]) / 1024
    return 0.0


def scaling(bench):
    """Processor time for an article, by how many there are and by how many workers."""
    found = []
    first = None
    for count in (1000, 10_000, 100_000):
        if not bench.has(count / 250):
            break
        result = cluster.throughput(bench.tools, bench.place(), bench.cores, bench.corpus(count),
                                    first=bench.warm_up())
        used = result["cpu"] / result["articles"] * 1e6
        first = first or used
        found.append({"name": f"processor time for each of {count:,} articles", "value": used, "unit": "µs",
                      "ratio": first / used, "bar": 0.9, "scale": count})
    # Numbers of workers in turn, several times: what disturbs the machine for a while disturbs them all. Articles enough
    # that each of 64 workers has read what it remembers words from.
    results = {workers: [] for workers in (1, 2, 8, 64)}
    for _ in range(3):
        for workers, each in results.items():
            if not bench.has(60):
                break
            each.append(cluster.throughput(bench.tools, bench.place(), bench.cores, bench.corpus(10_000),
                                           first=bench.warm_up(), workers=workers))
    used = {workers: median(run["cpu"] / run["articles"] * 1e6 for run in each)
            for workers, each in results.items() if each}
    for workers, time in used.items():
        found.append({"name": f"processor time for an article with {workers} workers on 2 cores", "value": time,
                      "unit": "µs", "ratio": used[1] / time, "bar": 0.9, "workers": workers,
                      "memory": median(run["use"]["worker"]["memory"] for run in results[workers])})
    return found


ALL = {each.__name__: each for each in (extraction, throughput, no_op, latency, start, zeromq, reading, scaling)}
SHORT = ["extraction", "throughput", "no_op", "zeromq"]
PEERS = {each.__name__: each for each in peers.ALL}
