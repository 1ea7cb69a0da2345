"""Measures what Documentation/Performance.md says, side by side, and writes it down. Run by Scripts/bench."""

import argparse
import datetime
import json
import os
import pathlib
import platform
import signal
import statistics
import subprocess
import sys
import time

import articles
import charts
import cluster
import rows
from processes import Failure, Processes

ROOT = pathlib.Path(__file__).resolve().parents[2]
RESULTS = ROOT / "Benchmarks" / "results"
# A ratio may be this much of the committed one before --check fails.
TOLERANCE = 0.75


class Stopped(BaseException):
    """The time is over, or somebody has ended the program: everything that was started is ended on the way out."""


class Tools:
    """The programs of the release build."""

    def __init__(self, build):
        self.warraq, self.cluster = build / "warraq", build / "ClusterBenchmark"
        self.extraction, self.zeromq = build / "ExtractionBenchmark", build / "ZeroMQBenchmark"
        self.reading = build / "ReadingBenchmark"
        self.version = subprocess.run(
            [self.warraq, "--version"], check=True, capture_output=True, text=True).stdout.strip()


class Bench:
    """What a row needs: the programs, the articles, the processors, and how much time there is."""

    def __init__(self, options, folder):
        self.tools = Tools(options.programs)
        self.folder = folder
        self.is_short, self.has_peers = options.short, options.peers
        self.source, self.train = options.articles, options.train
        usable = sorted(os.sched_getaffinity(0))
        self.cores = set(usable[:2])
        self.deadline = time.monotonic() + options.seconds
        self.runs = 0
        self.corpora = {}

    def corpus(self, count):
        """A file of so many articles."""
        if count not in self.corpora:
            path = self.folder / f"articles-{count}.jsonl"
            self.corpora[count] = (path, articles.write(path, self.source, ROOT, count))
        return self.corpora[count][0]

    def long_corpus(self, count):
        """A file of so many articles of 13 sections of 1 KiB: what task queues were measured with."""
        path = self.folder / f"long-{count}.jsonl"
        if not path.exists():
            articles.write_long(path, self.corpus(3000), count)
        return path

    def warm_up(self):
        """A file of other articles, enough that each of 64 workers has some of their sections."""
        path = self.folder / "warm-up.jsonl"
        if not path.exists():
            articles.write_long(path, self.corpus(300), 100, size=500)
        return path

    def place(self):
        """A folder for one run."""
        self.runs += 1
        return self.folder / f"run-{self.runs}"

    def keys(self):
        path = self.folder / "keys"
        if not path.exists():
            subprocess.run([self.tools.warraq, "keys", path], check=True)
        return path

    def has(self, seconds):
        return self.deadline - time.monotonic() > seconds

    def program(self, *command, seconds=120, cores=None):
        with Processes(self.cores) as processes:
            return processes.run(*command, seconds=seconds, cores=cores)


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def machine():
    model = platform.processor() or platform.machine()
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
            break
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1e9
    load = os.getloadavg()[0]
    return {
        "processor": model,
        "cores": len(os.sched_getaffinity(0)),
        "memory": f"{memory:.0f} GB",
        "system": f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}",
        "load": round(load, 1),
        # Two of its processors are ours; others' work counts only where it takes those.
        "quiet": load < 0.5,
    }


def report(result):
    m = result["machine"]
    print(f"{m['processor']}, {m['cores']} cores, {m['memory']}, {m['system']}; "
          + ("quiet" if m["quiet"] else f"busy with other work (load {m['load']}): trust ratios, not figures"))
    print(f"articles: {result['articles']}")
    print(f"{'':58} {'figure':>25} {'ratio':>7} {'bar':>6} {'aim':>6}")
    for row in result["rows"]:
        ratio = "" if row.get("ratio") is None else f"{row['ratio']:.2f}"
        bar = "" if row.get("bar") is None else f"{row['bar']:g}"
        aim = "" if row.get("aim") is None else f"{row['aim']:g}"
        print(f"{row['name']:58} {_figure(row):>25} {ratio:>7} {bar:>6} {aim:>6}")


def document(result):
    """Writes the table of Documentation/Performance.md anew."""
    path = ROOT / "Documentation" / "Performance.md"
    text = path.read_text("utf-8")
    m, made = result["machine"], result["articles"]
    lines = [
        f"{m['processor']}, {m['cores']} cores, {m['memory']}, {m['system']}, {result['date']}"
        + ("." if m["quiet"] else f"; the machine was busy with other work (load {m['load']}): read ratios, not figures.")
        + f" Articles: {made.get('articles', 0):,}, {made.get('bytes', 0) / 1e6:.1f} MB"
        + (f", {made['recombined']:,} of them recombined." if made.get("recombined") else "."),
        "", "| what | figure | ratio | bar | aim |", "| --- | ---: | ---: | ---: | ---: |",
    ]
    for row in result["rows"]:
        cells = [row["name"], _figure(row), *(f"{row[key]:.3g}" if row.get(key) is not None else ""
                                              for key in ("ratio", "bar", "aim"))]
        lines.append("| " + " | ".join(cells) + " |")
    start, end = "<!-- figures: written by Scripts/bench -->", "<!-- end of figures -->"
    before, rest = text.split(start, 1)
    _, after = rest.split(end, 1)
    path.write_text(before + start + "\n\n" + "\n".join(lines) + "\n\n" + end + after, "utf-8")


def _figure(row):
    if row.get("value") is None:
        return ""
    return f"{row['value']:,.{0 if row['value'] >= 100 else 2}f} {row.get('unit', '')}"


def check(bench, result):
    """Whether every robust ratio is at least three quarters of the committed one; a row that is not is taken again."""
    path = RESULTS / ("short.json" if bench.is_short else "reference.json")
    if not path.exists():
        say("no committed results to compare with")
        return True
    committed = {row["name"]: row for row in json.loads(path.read_text())["rows"]}
    good = True
    for row in result["rows"]:
        known = committed.get(row["name"], {})
        if not row.get("robust") or row.get("ratio") is None or known.get("ratio") is None:
            continue
        least = TOLERANCE * known["ratio"]
        for _ in range(2):
            if row["ratio"] >= least or not bench.has(20):
                break
            say(f"{row['name']}: {row['ratio']:.2f} is less than {least:.2f}; measuring again")
            again = {each["name"]: each for each in rows.ALL[row["group"]](bench)}
            row["ratio"] = max(row["ratio"], again[row["name"]]["ratio"])
        if row["ratio"] < least:
            good = False
        say(f"{'ok  ' if row['ratio'] >= least else 'FELL'} {row['name']}: {row['ratio']:.2f}, committed "
            f"{known['ratio']:.2f}")
    return good


def main():
    parser = argparse.ArgumentParser(prog="Scripts/bench", description=__doc__)
    parser.add_argument("--short", action="store_true", help="a few rows, in less than two minutes")
    parser.add_argument("--check", action="store_true", help="fail if a ratio fell by more than a quarter")
    parser.add_argument("--peers", action="store_true", help="also what others use, installed into a temporary folder")
    parser.add_argument("--articles", help="a folder or file of real articles (default: shared/data/text beside the "
                        "project, if it is there)")
    parser.add_argument("--train", help="a corpus of entity labels, for taggers among --peers")
    parser.add_argument("--only", help="these groups of rows: " + ", ".join({**rows.ALL, **rows.PEERS}))
    parser.add_argument("--programs", type=pathlib.Path, default=ROOT / ".build" / "release", help="where they were built")
    parser.add_argument("--name", default="latest", help="the results' name; --check compares with reference, or with short")
    options = parser.parse_args()
    default = ROOT.parent / "shared" / "data" / "text"
    if options.articles is None and default.exists():
        options.articles = default
    options.seconds = 110 if options.short else 870 if not options.peers else 1700

    def stop(number, _):
        raise Stopped(f"more than {options.seconds} s" if number == signal.SIGALRM else "stopped")

    for number in (signal.SIGALRM, signal.SIGTERM, signal.SIGINT):
        signal.signal(number, stop)
    signal.alarm(options.seconds)
    folder = ROOT / ".build" / "bench" / f"{os.getpid()}"
    folder.mkdir(parents=True)
    # ext4 puts each folder in this one into another part of the disk: without a journal it is slow to make files where
    # others were removed in the last minutes, as every build does.
    subprocess.run(["chattr", "+T", folder], check=False, stderr=subprocess.DEVNULL)
    try:
        bench = Bench(options, folder)
        chosen = options.only.split(",") if options.only else rows.SHORT if options.short else list(rows.ALL)
        if options.peers and not options.only:
            chosen += list(rows.PEERS)
        result = {"machine": machine(), "date": datetime.date.today().isoformat(), "rows": []}
        for group in chosen:
            say(f"== {group}")
            started = time.monotonic()
            try:
                result["rows"] += [{"group": group, **row} for row in {**rows.ALL, **rows.PEERS}[group](bench)]
            except (Failure, RuntimeError, subprocess.CalledProcessError) as error:
                say(f"{group}: {error}")
                result["rows"].append({"group": group, "name": f"{group}: could not be measured"})
            say(f"   {time.monotonic() - started:.0f} s")
        result["articles"] = next(iter(bench.corpora.values()), (None, {}))[1]
        report(result)
        good = check(bench, result) if options.check else True
        if not options.check:
            RESULTS.mkdir(exist_ok=True)
            (RESULTS / f"{options.name}.json").write_text(json.dumps(result, indent=1, ensure_ascii=False) + "\n")
            if options.name == "reference":
                charts.draw(result, ROOT / "Documentation" / "charts")
                document(result)
        return 0 if good and not any("could not" in row["name"] for row in result["rows"]) else 1
    except (Failure, Stopped) as error:
        say(f"Scripts/bench: {error}")
        return 1
    finally:
        signal.alarm(0)
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_IGN)
        cluster.remove(folder)


if __name__ == "__main__":
    sys.exit(main())
