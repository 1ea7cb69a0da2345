"""See Scripts/full-disk."""

import argparse
import os
import pathlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time

from articles import ArticleMaker
from proxy import free_ports
from roles import Cluster, plain_environment

MEGABYTE = 1_000_000
# What is waited for takes a second or two; the machine may be busy with something else.
PATIENCE = 180


class Disk:
    """A tmpfs, and another program's file on it that takes what it is told to."""

    def __init__(self, path, size):
        self.path = path
        path.mkdir()
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "warraq-full-disk", path], check=True)
        self.file = os.open(path / ".another-programs", os.O_RDWR | os.O_CREAT)
        self.most = None
        self.guard = threading.Lock()
        threading.Thread(target=self.run, name="disk", daemon=True).start()

    @property
    def free(self):
        status = os.statvfs(self.path)
        return status.f_bavail * status.f_frsize

    def take(self, count):
        """Takes so many bytes more, gives back where it is less than none."""
        taken = os.fstat(self.file).st_size
        if count > 0:
            os.posix_fallocate(self.file, taken, count)
        else:
            os.ftruncate(self.file, max(0, taken + count))

    def leave(self, most, keeps_to_it=False):
        """Leaves so many bytes now; with `keeps_to_it` it also takes from here on what becomes free beyond them. None:
        takes nothing."""
        with self.guard:
            self.most = most if keeps_to_it else None
            if most is None:
                os.ftruncate(self.file, 0)
            else:
                self.take(self.free - most)

    def run(self):
        while True:
            time.sleep(0.01)
            with self.guard:
                if self.most is not None and self.free > self.most:
                    try:
                        self.take(self.free - self.most)
                    except OSError:
                        # Somebody was faster.
                        continue


class FullDisk:
    """One case: a cluster, and a disk of it that is full."""

    def __init__(self, options, folder, where):
        folder.mkdir()
        self.where = where
        self.folder = folder
        self.disk = Disk(folder / ("disk" if where == "both" else "data" if where == "journal" else "reports"), options.size)
        if where == "both":
            for name in ("data", "reports"):
                (folder / "disk" / name).mkdir()
                (folder / name).symlink_to(folder / "disk" / name)
        self.cluster = Cluster(options.program, folder, options.workers, free_ports(2))
        self.maker = ArticleMaker(random.Random(1))
        self.accepted = []
        self.inputs = []

    def say(self, text):
        print(f"{self.where}: {text}", flush=True)

    def fail(self, text):
        raise RuntimeError(f"{self.where}: {text}")

    # Articles.

    def submit(self, count, timeout, paragraphs=None):
        """What the client was told; the articles that it names have been accepted."""
        path = self.folder / f"input-{len(self.inputs)}.jsonl"
        self.maker.write(path, count, paragraphs)
        result = subprocess.run(
            [self.cluster.program, "submit", "--producer", self.cluster.address, "--timeout", str(timeout), path],
            capture_output=True,
            text=True,
            env=plain_environment(),
            check=False,
        )
        self.inputs.append(path)
        self.accepted += result.stdout.split()
        return result

    def expect_refusal(self, when, words, count=1, paragraphs=None, waits_for_beat=False):
        """`waits_for_beat`: the room is what the sink said with its last beat, so until the next a submission may be
        let in by what was free before."""
        before = len(self.accepted)
        until = time.monotonic() + PATIENCE
        while True:
            # Longer than an answer takes on a busy machine: what is accepted is to be known.
            result = self.submit(count, 10, paragraphs)
            if result.returncode or not waits_for_beat or time.monotonic() > until:
                break
        said = [line for line in result.stderr.splitlines() if any(word in line for word in words)]
        if result.returncode != 1 or not said or "make room" not in said[-1]:
            self.fail(f"{when}: a submission ended with status {result.returncode} and said: {result.stderr[-400:]}")
        self.say(f"{when}: {len(self.accepted) - before} articles accepted, then: {said[-1].strip()}")

    def submit_what_fits(self, when, room, words):
        """Leaves that much room, and submits more than fits while nobody works on it."""
        self.cluster.wait_for(lambda status: status.get("sink"), PATIENCE) or self.fail("the sink has not joined")
        self.disk.leave(room)
        time.sleep(1)
        self.expect_refusal(when, words, 2000, paragraphs=60)
        if len(self.accepted) < 20:
            self.fail("there was room for more articles")

    def counts(self):
        status = self.cluster.status() or self.fail("the producer does not answer")
        return status["articles"]

    def expect_all_reported(self, when):
        since = time.monotonic()
        done = lambda status: status["articles"]["reported"] >= len(self.accepted)
        if not self.cluster.wait_for(done, PATIENCE):
            self.fail(f"{when}: {self.counts()} after {PATIENCE} s, and {len(self.accepted)} were accepted")
        if self.counts()["waiting"]:
            self.fail(f"{when}: something waits that was refused")
        took = time.monotonic() - since
        self.say(f"{when}: all {len(self.accepted)} reported in {took:.1f} s, {self.disk.free / MEGABYTE:.1f} MB free")

    def expect_running(self, roles):
        for role in roles:
            role.is_running or self.fail(f"{role.name} has ended")

    def start(self, *roles):
        for role in roles:
            role.start()
        self.cluster.wait_for(lambda _: True, PATIENCE) or self.fail("the producer does not answer")

    # Cases.

    def journal(self, size):
        """The journal has beforehand what finishing takes: nothing is free any more, and all ends."""
        producer, sink, *workers = self.cluster.roles
        self.start(producer)
        self.disk.leave(size // 10 + size // 8)
        self.expect_refusal("little room", ["the disk is full"], 2000, paragraphs=60)
        if len(self.accepted) < 20:
            self.fail("there was room for more articles")
        self.disk.leave(0, keeps_to_it=True)
        self.start(sink, *workers)
        self.expect_refusal("nothing free", ["disk is full"])
        self.expect_all_reported("nothing free")
        # What it needs for opening its journal again is a little index of the log.
        self.disk.leave(size // 100)
        producer.kill()
        self.start(producer)
        self.expect_refusal("killed and started anew", ["disk is full"])

    def reports(self, size):
        """No more is accepted than there is room for; what somebody else takes then is waited for."""
        producer, sink, *workers = self.cluster.roles
        self.start(producer, sink)
        self.submit_what_fits("little room", size // 4, ["disk of the reports"])
        self.disk.leave(0, keeps_to_it=True)
        self.start(*workers)
        self.expect_refusal("nothing free", ["disk of the reports"], waits_for_beat=True)
        if self.counts()["reported"]:
            self.fail("a report was written to a disk that is full")
        self.say(f"nothing free: {self.counts()['waiting']} wait")

    def both(self, size):
        """What is accepted is finished on the disk as it is, its reports' bytes and all."""
        producer, sink, *workers = self.cluster.roles
        self.start(producer, sink)
        self.submit_what_fits("half full", size // 2, ["disk of the reports", "the disk is full"])
        self.start(*workers)
        self.expect_all_reported("half full")
        self.disk.leave(0, keeps_to_it=True)
        time.sleep(1)
        self.expect_refusal("nothing free", ["disk of the reports", "the disk is full"])

    def run(self, size):
        getattr(self, self.where)(size)
        self.expect_running(self.cluster.roles)
        self.disk.leave(None)
        self.expect_all_reported("room again")
        result = self.submit(50, 30)
        if result.returncode != 0:
            self.fail(f"room again: {result.stderr[-400:]}")
        self.expect_all_reported("room again, 50 more")
        badly_ended = self.cluster.terminate(30)
        if badly_ended:
            self.fail(f"ended with {badly_ended}")
        self.compare()

    def compare(self):
        accepted = {f"{name}.json" for name in self.accepted}
        reports = self.cluster.made_reports()
        # Of all that was submitted: not what was accepted is what the input begins with, a small article finds room
        # where a large one does not.
        undisturbed = self.cluster.undisturbed_reports(*self.inputs)
        lost = accepted - reports.keys()
        doubled = reports.keys() - accepted
        changed = [name for name in reports.keys() & accepted if reports[name] != undisturbed.get(name)]
        self.say(f"{len(reports)} reports: lost {len(lost)}, doubled {len(doubled)}, changed {len(changed)}")
        if lost or doubled or changed:
            self.fail("something is lost, doubled or changed")


def main():
    parser = argparse.ArgumentParser(prog="full-disk", description="Fills the disks of a cluster.")
    parser.add_argument("--case", choices=("journal", "reports", "both"), help="this one alone")
    parser.add_argument("--size", type=int, default=64, help="of the disk, in MB")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--program", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()
    options.size *= MEGABYTE
    folder = pathlib.Path(tempfile.mkdtemp(prefix="warraq-full-disk-"))

    def leave(number, _):
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGINT, leave)
    for where in [options.case] if options.case else ("journal", "reports", "both"):
        case = FullDisk(options, folder / where, where)
        try:
            case.run(options.size)
        except RuntimeError as error:
            sys.exit(f"full-disk: {error}; logs: {folder / where}/logs")
        finally:
            case.cluster.end()
            subprocess.run(["umount", "--lazy", case.disk.path], check=False)
    shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    main()
