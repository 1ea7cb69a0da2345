"""See Scripts/overload."""

import argparse
import json
import pathlib
import random
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time

from articles import ArticleMaker
from proxy import free_ports
from roles import Cluster, MemoryWatch, memory, spawn


def submit(cluster, *arguments, **keywords):
    return spawn(
        [cluster.program, "submit", "--producer", cluster.address, "--timeout", "120", *arguments],
        stdout=subprocess.DEVNULL,
        **keywords,
    )


def feed(client, seed, count):
    """Small articles, of one sentence each, into a client's standard input."""
    maker = ArticleMaker(random.Random(seed))
    sentences = maker.sentences
    chance = maker.chance
    for number in range(count):
        article = {"id": f"{seed}-{number}", "text": f"{chance.choice(sentences)} {seed}-{number}"}
        client.stdin.write(json.dumps(article, ensure_ascii=False).encode() + b"\n")
    client.stdin.close()


def size(folder):
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / 1e6


def accept(cluster, options):
    started = time.monotonic()
    clients = [submit(cluster, "-", stdin=subprocess.PIPE) for _ in range(options.submitters)]
    feeders = [
        threading.Thread(target=feed, args=(client, f"submitter-{index}", options.articles // options.submitters))
        for index, client in enumerate(clients)
    ]
    for feeder in feeders:
        feeder.start()
    for client in clients:
        if client.wait() != 0:
            raise RuntimeError(f"a submission ended with status {client.returncode}")
    seconds = time.monotonic() - started
    print(f"{options.articles} articles accepted in {seconds:.1f} s, {options.articles / seconds:.0f} a second")
    print(f"producer: {memory(cluster.producer.pid, 'VmRSS'):.0f} MB in memory, {cluster.producer.peak:.0f} MB at most")
    print(f"journal: {size(cluster.folder / 'data'):.0f} MB on disk", flush=True)


def alone(cluster, options):
    """How long one article takes from `submit` to its report, the start of the client included."""
    seconds = []
    for number in range(options.alone):
        article = {"text": f"قال وزير الخارجية الروسي سيرغي لافروف في موسكو إن المحادثات مستمرة. {number}"}
        path = cluster.folder / "alone.jsonl"
        path.write_text(json.dumps(article, ensure_ascii=False), encoding="utf-8")
        started = time.monotonic()
        if submit(cluster, "--wait", path).wait() != 0:
            raise RuntimeError("the article that was submitted alone failed")
        seconds.append(time.monotonic() - started)
    waiting = cluster.status()["articles"]["waiting"]
    print(
        f"an article that is submitted alone while {waiting} wait is reported after: median "
        f"{statistics.median(seconds) * 1000:.0f} ms, worst {max(seconds) * 1000:.0f} ms ({len(seconds)} times)",
        flush=True,
    )


def stand_still(cluster):
    cluster.sink.signal(signal.SIGSTOP)
    before = cluster.status()["articles"]["reported"]
    time.sleep(10)
    peak = max(memory(cluster.producer.pid, "VmRSS"), 0)
    cluster.sink.signal(signal.SIGCONT)
    if not cluster.wait_for(lambda status: status["articles"]["reported"] > before + 1000, 60):
        raise RuntimeError("the cluster did not go on after its sink had stood still")
    print(f"with a sink that stands still for 10 s: producer {peak:.0f} MB in memory; it went on afterwards", flush=True)


def run(cluster, options):
    MemoryWatch(cluster.roles)
    cluster.producer.start()
    accept(cluster, options)
    for role in cluster.roles[1:]:
        role.start()
    if not cluster.wait_for(lambda status: status["articles"]["reported"] > 0, 60):
        raise RuntimeError("nothing was reported within 60 s")
    alone(cluster, options)
    stand_still(cluster)
    started, before = time.monotonic(), cluster.status()["articles"]["reported"]
    time.sleep(5)
    reported = cluster.status()["articles"]["reported"] - before
    print(f"reported meanwhile: {reported / (time.monotonic() - started):.0f} articles a second")
    for role in cluster.roles:
        print(f"{role.name}: at most {role.peak:.0f} MB")


def main():
    parser = argparse.ArgumentParser(prog="overload", description="Measures a cluster with too much to do.")
    parser.add_argument("--articles", type=int, default=1_000_000)
    parser.add_argument("--submitters", type=int, default=1, help="clients that submit them at once")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--alone", type=int, default=20, help="how often an article is submitted alone")
    parser.add_argument("--program", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=pathlib.Path, help="where the journal and the reports go, and stay")
    options = parser.parse_args()
    folder = options.folder or pathlib.Path(tempfile.mkdtemp(prefix="warraq-overload-"))

    def leave(number, _):
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGINT, leave)
    cluster = Cluster(options.program, folder, options.workers, free_ports(2), log_level="warning")
    try:
        run(cluster, options)
    except RuntimeError as error:
        sys.exit(f"overload: {error}; logs: {folder}/logs")
    finally:
        cluster.end()
        if not options.folder:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
