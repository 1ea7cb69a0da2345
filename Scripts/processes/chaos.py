"""See Scripts/chaos."""

import argparse
import contextlib
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
from proxy import Proxy, free_ports, random_disturbance
from roles import Cluster, MemoryWatch, spawn
from watch import LogWatch, ReportWatch

GONE, HUNG = "worker is gone", "worker is silent or stuck"


def say(text):
    print(f"chaos: {text}", file=sys.stderr, flush=True)


class Feed:
    """Submits batch after batch, through the disturbed link, until each is accepted; now and then the client is killed
    in the middle, and comes again."""

    # So many articles may wait: what a disturbed cluster does not manage is not heaped up without end.
    BACKLOG = 1500

    def __init__(self, cluster, folder, seed, reports, rate):
        self.cluster, self.folder, self.reports, self.rate = cluster, folder, reports, rate
        self.chance = random.Random(f"feed {seed}")
        self.maker = ArticleMaker(self.chance)
        self.accepted = set()
        self.batches = 0
        self.killed_clients = 0
        self.burst = 0
        self.stopped = threading.Event()
        self.failure = None
        folder.mkdir()
        self.thread = threading.Thread(target=self.run, name="feed", daemon=True)

    def run(self):
        try:
            while not self.stopped.is_set():
                count = self.burst or self.chance.randint(20, 150)
                self.burst = 0
                started = time.monotonic()
                self.submit(count)
                while not self.stopped.is_set() and not self.burst and (
                    len(self.accepted) - self.reports.reported > self.BACKLOG
                    or time.monotonic() - started < count / self.rate
                ):
                    time.sleep(0.02)
        except Exception as error:  # said by whoever waits for the feed
            self.failure = error

    def submit(self, count):
        self.batches += 1
        path = self.folder / f"{self.batches:05}.jsonl"
        self.maker.write(path, count)
        while True:
            submission = spawn(
                [self.cluster.program, "submit", "--producer", self.cluster.client_address, "--timeout", "10", path],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            if self.chance.random() < 0.05:
                with contextlib.suppress(subprocess.TimeoutExpired):
                    submission.wait(self.chance.uniform(0.01, 0.2))
                if submission.poll() is None:
                    submission.kill()
                    self.killed_clients += 1
            output = submission.communicate()[0].decode()
            # What was printed was accepted, however the client ended; a line may be cut off.
            self.accepted |= {line for line in output.split("\n")[:-1] if len(line) == 32}
            if submission.returncode == 0:
                return

    def stop(self, patience):
        self.stopped.set()
        self.thread.join(patience)
        if self.failure:
            raise self.failure
        if self.thread.is_alive():
            raise RuntimeError(f"a submission was not accepted within {patience} s of an undisturbed cluster")


class Chaos:
    def __init__(self, options, folder):
        self.options, self.folder = options, folder
        self.chance = random.Random(options.seed)
        self.proxy = Proxy()
        producer, sink, *between = free_ports(2 + 3 + options.workers)

        def through(name, target):
            port = between.pop()
            self.proxy.add(name, port, target)
            return port

        self.cluster = Cluster(
            options.program,
            folder,
            options.workers,
            (producer, sink),
            ["--lease", f"{options.lease}s"],
            through,
        )
        self.reports = ReportWatch(self.cluster.reports)
        self.log = LogWatch(self.cluster.producer.log, (GONE, HUNG))
        self.feed = Feed(self.cluster, folder / "batches", options.seed, self.reports, options.rate)
        self.done = {}
        self.stopped_roles = {}
        self.burst = options.burst
        self.recoveries = {"producer": [], "sink": [], "worker": []}
        self.detections = {"killed": [], "hung": []}
        self.faults_of_processes = []

    def count(self, what):
        self.done[what] = self.done.get(what, 0) + 1

    # Faults, several at a time.

    def storm(self, end):
        healings = []
        while time.monotonic() < end:
            now = time.monotonic()
            for moment, heal in [each for each in healings if each[0] <= now]:
                heal()
                healings.remove((moment, heal))
            if self.chance.random() < 0.55:
                heal = self.disturb_process()
            else:
                heal = self.disturb_link()
            if heal:
                healings.append((time.monotonic() + self.chance.choice((0.1, 0.5, 1, 2, 5)), heal))
            time.sleep(self.chance.uniform(0.1, 1.5))
        for _, heal in healings:
            heal()
        self.proxy.heal()

    def disturb_link(self):
        name = self.chance.choice(sorted(self.proxy.links))
        how, arguments, lasts = random_disturbance(self.chance)
        self.proxy.disturb(name, how, *arguments)
        self.count({"slow_down": "delayed", "half_close": "half-closed", "refuse": "refused"}.get(how, how))
        return (lambda: self.proxy.disturb(name, "heal")) if lasts else None

    def disturb_process(self):
        role = self.chance.choice((self.cluster.producer, self.cluster.sink, *self.cluster.workers))
        kind = role.name.split()[0]
        if role in self.stopped_roles:
            return None
        match self.chance.choice(("kill", "kill", "stop", "restart")):
            case "kill":
                role.kill()
                self.count(f"{kind} killed")
                pause = self.chance.choice((0, 0, 0.5, 2))
                time.sleep(pause)
                role.start()
            case "stop":
                role.signal(signal.SIGSTOP)
                self.count(f"{kind} stopped")
                self.stopped_roles[role] = True

                def go_on():
                    role.signal(signal.SIGCONT)
                    del self.stopped_roles[role]

                return go_on
            case "restart":
                # It may have to wait for others that are disturbed; then it is given up with SIGKILL, as Docker does.
                if role.terminate(12) not in (0, None):
                    raise RuntimeError(f"{role.name} ended with status {role.process.returncode} on SIGTERM")
                self.count(f"{kind} restarted")
                role.start()
        return None

    # One fault at a time, measured.

    def calm_down(self):
        if not self.cluster.wait_for(
            lambda status: status.get("sink") and status["workers"]["connected"] == self.options.workers, 60
        ):
            raise RuntimeError("the cluster was not whole again within 60 s after all faults had ended")

    def work_up(self):
        """Has enough articles wait, and returns how many a second are reported."""
        self.feed.burst = burst = self.burst
        end = time.monotonic() + 30
        while time.monotonic() < end:
            time.sleep(0.05)
            now = time.monotonic()
            if self.feed.burst == 0 and len(self.feed.accepted) - self.reports.reported > burst / 2:
                rate = self.reports.rate(now - 0.5, now)
                if rate > 0:
                    # Work for some seconds, however fast this machine is.
                    self.burst = int(min(10_000, max(self.options.burst, 3 * rate)))
                    return rate
        return None

    def measure_kill(self, role):
        rate = self.work_up()
        if not rate:
            return
        kind = role.name.split()[0]
        pid = role.pid
        killed = time.monotonic()
        role.kill()
        role.start()
        self.count(f"{kind} killed")
        if (recovery := self.recovery(killed, rate)) is not None:
            self.recoveries[kind].append(recovery)
        if kind == "worker":
            self.measure_detection("killed", GONE, pid, killed, 5)

    def recovery(self, killed, rate):
        """How long it takes until, after it had fallen below half of what it was, the rate is at four fifths of it again
        for a quarter of a second; 0.0 if it does not fall. None if there was too little work to tell."""
        window, has_fallen = 0.25, False
        while (now := time.monotonic()) < killed + 30:
            if now - killed > window:
                current = self.reports.rate(now - window, now)
                has_fallen = has_fallen or current < 0.5 * rate
                if has_fallen and current >= 0.8 * rate:
                    return now - killed - window
                if not has_fallen and now - killed > 1.5:
                    return 0.0
            if len(self.feed.accepted) <= self.reports.reported:
                return None
            time.sleep(0.02)
        return None

    def measure_hang(self, role):
        if not self.work_up():
            return
        stopped = time.monotonic()
        role.signal(signal.SIGSTOP)
        self.count("worker stopped")
        self.measure_detection("hung", HUNG, role.pid, stopped, self.options.lease + 5)
        role.signal(signal.SIGCONT)

    def measure_detection(self, kind, text, pid, since, patience):
        """When the producer gave the worker's sections to others."""
        while time.monotonic() < since + patience:
            if moment := self.log.first(text, f":{pid}", since):
                self.detections[kind].append(moment - since)
                return
            time.sleep(0.02)

    # The whole.

    def run(self):
        self.cluster.start()
        MemoryWatch(self.cluster.roles)
        end = time.monotonic() + self.options.minutes * 60
        self.calm_down()
        self.feed.thread.start()
        turn = 0
        while time.monotonic() < end:
            self.calm_down()
            victims = (self.cluster.workers[turn % self.options.workers], self.cluster.sink, self.cluster.producer)
            for victim in victims:
                if time.monotonic() < end:
                    self.measure_kill(victim)
                    self.calm_down()
            if time.monotonic() < end:
                self.measure_hang(self.cluster.workers[(turn + 1) % self.options.workers])
            self.storm(min(end, time.monotonic() + 25))
            turn += 1
            say(
                f"{max(0, end - time.monotonic()):.0f} s left, {len(self.feed.accepted)} articles accepted, "
                f"{self.reports.reported} reported"
            )
        self.calm_down()
        self.feed.stop(60)
        if not self.cluster.wait_for(lambda status: status["articles"]["waiting"] == 0, 120):
            raise RuntimeError("some articles were not reported within 120 s of an undisturbed cluster")
        return self.compare(self.cluster.terminate(15))

    def compare(self, badly_ended):
        say(f"comparing {len(self.feed.accepted)} reports with those of one undisturbed process")
        undisturbed = self.cluster.undisturbed_reports(self.folder / "batches")
        reports = self.cluster.made_reports()
        wanted = {f"{identifier}.json" for identifier in self.feed.accepted}
        lost = wanted - reports.keys()
        doubled = reports.keys() - undisturbed.keys()
        changed = {name for name in reports.keys() & undisturbed.keys() if reports[name] != undisturbed[name]}
        untidy = [path.name for path in self.cluster.reports.iterdir() if path.name not in reports]
        self.print(len(reports), lost, doubled, changed)
        for what, found in (
            ("lost", lost | (undisturbed.keys() - reports.keys())),
            ("no article's report", doubled),
            ("changed", changed),
            ("left in the folder of reports", untidy),
            ("ended badly on SIGTERM", [f"{name}: {status}" for name, status in badly_ended.items()]),
        ):
            for name in sorted(found)[:10]:
                say(f"{what}: {name}")
        return not (lost or doubled or changed or untidy or badly_ended or undisturbed.keys() != reports.keys())

    def print(self, count, lost, doubled, changed):
        def times(seconds):
            if not seconds:
                return "not measured"
            return f"median {statistics.median(seconds):.2f} s, worst {max(seconds):.2f} s ({len(seconds)} times)"

        print(f"seed {self.options.seed}, {self.options.minutes:g} minutes, {self.options.workers} workers")
        print("done:", ", ".join(f"{what} {count}" for what, count in sorted(self.done.items())))
        print(f"clients killed while they submitted: {self.feed.killed_clients}")
        print(f"articles: {len(self.feed.accepted)} accepted, {count} reports")
        print(f"lost {len(lost)}, doubled {len(doubled)}, changed {len(changed)}")
        print(f"reports written again after a crash, with the same bytes: {self.reports.written_again}")
        for kind, seconds in self.recoveries.items():
            print(f"full speed again after {kind} killed: {times(seconds)}")
        print(f"sections of a killed worker given to others after: {times(self.detections['killed'])}")
        print(f"sections of a hung worker given to others after: {times(self.detections['hung'])}", end="")
        print(f", with a lease of {self.options.lease} s")
        for role in self.cluster.roles:
            print(f"{role.name}: {role.lives} lives, at most {role.peak:.0f} MB")


def main():
    parser = argparse.ArgumentParser(prog="chaos", description="Disturbs a real cluster and compares its reports.")
    parser.add_argument("--minutes", type=float, default=5, help="how long it is disturbed")
    parser.add_argument("--seed", type=int, default=1, help="which faults, when, and which articles")
    parser.add_argument("--workers", type=int, default=4)
    parser.add_argument("--lease", type=int, default=3, help="of the producer, in seconds")
    parser.add_argument("--rate", type=float, default=150, help="articles a second that are submitted")
    parser.add_argument("--burst", type=int, default=1000, help="articles that wait at least when a kill is measured")
    parser.add_argument("--program", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--folder", type=pathlib.Path, help="keep everything there")
    options = parser.parse_args()
    folder = options.folder or pathlib.Path(tempfile.mkdtemp(prefix="warraq-chaos-"))
    folder.mkdir(parents=True, exist_ok=True)

    def leave(number, _):
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGINT, leave)
    chaos = Chaos(options, folder)
    is_right = False
    try:
        is_right = chaos.run()
    except RuntimeError as error:
        say(error)
    finally:
        chaos.feed.stopped.set()
        chaos.cluster.end()
        if is_right and not options.folder:
            shutil.rmtree(folder, ignore_errors=True)
        else:
            say(f"logs, journal, reports: {folder}")
    sys.exit(0 if is_right else 1)


if __name__ == "__main__":
    main()
