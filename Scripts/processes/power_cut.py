"""See Scripts/power-cut."""

import argparse
import fcntl
import os
import pathlib
import random
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import time

from articles import ArticleMaker
from proxy import free_ports
from roles import Cluster, plain_environment

FILE_SYSTEMS = ("ext4", "xfs")
# XFS is not made smaller than 300 MB.
DISK_SIZE = 400_000_000
# EXT4_IOC_SHUTDOWN and XFS_IOC_GOINGDOWN are one number; with this flag the log is not written any more, either.
GO_DOWN = 0x8004587D
WITHOUT_LOG = struct.pack("I", 2)
# What is waited for takes a second or two; the machine may be busy with something else.
PATIENCE = 180


class Disk:
    """A file system in a file."""

    def __init__(self, folder, kind):
        self.path = folder / "disk"
        self.image = folder / "image"
        self.path.mkdir()
        with open(self.image, "wb") as file:
            file.truncate(DISK_SIZE)
        subprocess.run([f"mkfs.{kind}", "-q", self.image], check=True, stdin=subprocess.DEVNULL)
        self.mount()

    def mount(self):
        subprocess.run(["mount", "-o", "loop", self.image, self.path], check=True)

    def cut(self):
        """From here on nothing is written: what was not on the disk is gone."""
        descriptor = os.open(self.path, os.O_RDONLY)
        try:
            fcntl.ioctl(descriptor, GO_DOWN, WITHOUT_LOG)
        finally:
            os.close(descriptor)

    def unmount(self):
        """What the killed had in hand may keep it busy for a moment."""
        until = time.monotonic() + 30
        while subprocess.run(["umount", self.path], stderr=subprocess.DEVNULL, check=False).returncode:
            if time.monotonic() > until:
                raise RuntimeError(f"{self.path} can't be unmounted")
            time.sleep(0.05)


class PowerCut:
    """One file system: a cluster that has its disk's power cut."""

    def __init__(self, options, folder, kind):
        folder.mkdir()
        self.kind, self.folder, self.options = kind, folder, options
        self.disk = Disk(folder, kind)
        for name in ("data", "reports"):
            (self.disk.path / name).mkdir()
            (folder / name).symlink_to(self.disk.path / name)
        os.sync()
        self.cluster = Cluster(options.program, folder, options.workers, free_ports(2))
        self.chance = random.Random(options.seed)
        self.maker = ArticleMaker(random.Random(options.seed))
        self.inputs = []
        self.accepted = set()

    def say(self, text):
        print(f"{self.kind}: {text}", flush=True)

    def fail(self, text):
        raise RuntimeError(f"{self.kind}: {text}")

    def submit(self, count):
        """A client at work; what it was told is in its output, line by line."""
        number = len(self.inputs)
        path, told = self.folder / f"input-{number}.jsonl", self.folder / f"accepted-{number}"
        self.maker.write(path, count)
        self.inputs.append(path)
        with open(told, "wb") as output:
            client = subprocess.Popen(
                [self.options.program, "submit", "--producer", self.cluster.address, path],
                stdout=output,
                stderr=subprocess.DEVNULL,
                env=plain_environment(),
            )
        return client, told

    def wait_for_told(self, client, told, count):
        """All are accepted within a tenth of a second: too fast for asking a role."""
        until = time.monotonic() + PATIENCE
        while client.poll() is None and told.read_bytes().count(b"\n") < count:
            if time.monotonic() > until:
                self.fail(f"fewer than {count:.0f} accepted after {PATIENCE} s")
            time.sleep(0.001)

    def stop(self, client, told):
        """What a client was told until now. From here on it is told nothing, as nobody is after a power cut.

        While the file system goes down the roles do go on, and meet its errors. But where ext4 goes down in the midst
        of an fsync, that may return as if all were on the disk (Linux 6.18; in a loop of writing and syncing at one cut
        in six, and never on XFS): what a client is told then says nothing of the journal.
        """
        if client.poll() is None:
            os.kill(client.pid, signal.SIGSTOP)
            os.waitid(os.P_PID, client.pid, os.WSTOPPED | os.WEXITED | os.WNOWAIT)
        text = told.read_text()
        return text[: text.rfind("\n") + 1].split()

    def round(self, number):
        self.cluster.start()
        self.cluster.wait_for(lambda status: status.get("sink"), PATIENCE) or self.fail("the sink has not joined")
        client, told = self.submit(self.options.articles)
        try:
            most = self.chance.random() * self.options.articles
            # In turn while articles are accepted, and while they are reported.
            if number % 2:
                self.wait_for_told(client, told, most)
            else:
                most += len(self.accepted)
                enough = lambda status: status["articles"]["reported"] >= most
                if not self.cluster.wait_for(enough, PATIENCE, every=0.01):
                    self.fail(f"cut {number}: {self.cluster.status()['articles']} after {PATIENCE} s, not {most:.0f}")
            new = self.stop(client, told)
            self.disk.cut()
            self.cluster.end()
        finally:
            client.kill()
            client.wait()
        self.accepted.update(new)
        self.disk.unmount()
        self.disk.mount()
        there = sum(1 for name in os.listdir(self.cluster.reports) if name.endswith(".json"))
        self.say(f"cut {number}: {len(new)} more accepted, {there} reports of {len(self.accepted)} on the disk")

    def run(self):
        for number in range(1, self.options.cuts + 1):
            self.round(number)
        self.cluster.start()
        # Some more may have been accepted of which the client was not told.
        done = lambda status: status["articles"]["waiting"] == 0 and status["articles"]["reported"] >= len(self.accepted)
        if not self.cluster.wait_for(done, PATIENCE):
            self.fail(f"{self.cluster.status()['articles']} after {PATIENCE} s, and {len(self.accepted)} were accepted")
        badly_ended = self.cluster.terminate(30)
        if badly_ended:
            self.fail(f"ended with {badly_ended}")
        self.compare()

    def compare(self):
        reports = self.cluster.made_reports()
        undisturbed = self.cluster.undisturbed_reports(*self.inputs)
        lost = [name for name in self.accepted if f"{name}.json" not in reports]
        changed = [name for name in reports if reports[name] != undisturbed.get(name)]
        self.say(f"{len(self.accepted)} accepted, {len(reports)} reports: lost {len(lost)}, changed {len(changed)}")
        if lost or changed:
            self.fail(f"lost {lost[:5]}, changed {changed[:5]}")


def obstacle(kind):
    """Why a file system can't be tested here; None if it can."""
    if os.getuid() != 0:
        return "it needs root"
    if shutil.which(f"mkfs.{kind}") is None:
        return f"mkfs.{kind} is not installed"
    with tempfile.TemporaryDirectory() as folder:
        try:
            disk = Disk(pathlib.Path(folder), kind)
        except (OSError, subprocess.CalledProcessError) as error:
            return f"no disk can be made in a file: {error}"
        try:
            disk.cut()
        except OSError as error:
            return f"it can't be told to go down: {error}"
        finally:
            disk.unmount()
    return None


def main():
    parser = argparse.ArgumentParser(prog="power-cut", description="Cuts the power of a cluster's disk.")
    parser.add_argument("--file-system", choices=FILE_SYSTEMS, help="this one alone")
    parser.add_argument("--cuts", type=int, default=3)
    parser.add_argument("--articles", type=int, default=1500, help="submitted between two cuts")
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--if-possible", action="store_true", help="pass over what can't be done here")
    parser.add_argument("--program", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    options = parser.parse_args()

    def leave(number, _):
        raise SystemExit(128 + number)

    signal.signal(signal.SIGTERM, leave)
    signal.signal(signal.SIGINT, leave)
    folder = pathlib.Path(tempfile.mkdtemp(prefix="warraq-power-cut-"))
    for kind in [options.file_system] if options.file_system else FILE_SYSTEMS:
        reason = obstacle(kind)
        if reason is not None:
            if not options.if_possible:
                sys.exit(f"power-cut: {kind}: {reason}")
            print(f"{kind}: passed over, {reason}", flush=True)
            continue
        case = PowerCut(options, folder / kind, kind)
        try:
            case.run()
        except RuntimeError as error:
            sys.exit(f"power-cut: {error}; seed {options.seed}; logs: {folder / kind}/logs")
        finally:
            case.cluster.end()
            subprocess.run(["umount", "--lazy", case.disk.path], check=False)
    shutil.rmtree(folder)


if __name__ == "__main__":
    main()
