"""The roles of a cluster as processes: started, killed, watched; none of them outlives this one."""

import ctypes
import hashlib
import json
import os
import signal
import subprocess
import threading
import time

PR_SET_PDEATHSIG = 1
LIBC = ctypes.CDLL(None)


def die_with_parent():
    LIBC.prctl(PR_SET_PDEATHSIG, signal.SIGKILL)


def plain_environment():
    return {name: value for name, value in os.environ.items() if not name.startswith("WARRAQ_")}


def spawn(arguments, **keywords):
    return subprocess.Popen(arguments, preexec_fn=die_with_parent, env=plain_environment(), **keywords)


def memory(pid, field="VmHWM"):
    """Megabytes that a process has, or had at most, in memory; 0 if it is gone."""
    try:
        with open(f"/proc/{pid}/status", encoding="ascii") as file:
            for line in file:
                if line.startswith(field + ":"):
                    return int(line.split()[1]) / 1024
    except OSError:
        pass
    return 0.0


def digests(folder):
    """SHA-256 of each report in a folder, by name: there may be too many for their bytes."""
    return {path.name: hashlib.sha256(path.read_bytes()).digest() for path in folder.glob("*.json")}


class Role:
    """One process at a time, in several lives."""

    def __init__(self, name, arguments, log):
        self.name, self.arguments, self.log = name, arguments, log
        self.process = None
        self.peak = 0.0
        self.lives = 0
        self.guard = threading.RLock()

    def start(self):
        with self.guard, open(self.log, "ab") as log:
            self.process = spawn(self.arguments, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
            self.lives += 1

    @property
    def pid(self):
        return self.process.pid

    @property
    def is_running(self):
        return self.process is not None and self.process.poll() is None

    def measure(self):
        if self.is_running:
            self.peak = max(self.peak, memory(self.pid))

    def signal(self, number):
        with self.guard:
            if self.is_running:
                self.process.send_signal(number)

    def kill(self):
        with self.guard:
            self.measure()
            self.signal(signal.SIGKILL)
            if self.process is not None:
                self.process.wait()

    def terminate(self, patience):
        """SIGTERM; the exit status, or None if it had to be killed after `patience` seconds."""
        self.measure()
        self.signal(signal.SIGCONT)
        self.signal(signal.SIGTERM)
        try:
            return self.process.wait(patience)
        except subprocess.TimeoutExpired:
            self.kill()
            return None


class Cluster:
    """Producer, sink and workers. With `through`, a function of a link's name and a target port, every connection goes
    through the port that it returns."""

    def __init__(self, program, folder, workers, ports, producer_options=(), through=None, log_level="info"):
        through = through or (lambda name, target: target)
        producer, sink = ports
        self.program = program
        self.folder = folder
        self.reports = folder / "reports"
        self.address = self.tcp(producer)
        self.client_address = self.tcp(through("client", producer))
        (folder / "logs").mkdir(parents=True, exist_ok=True)
        log = lambda name: folder / "logs" / f"{name}.log"
        common = ["--log-level", log_level]
        self.producer = Role(
            "producer",
            [program, "producer", "--listen", self.address, "--data", folder / "data", *producer_options, *common],
            log("producer"),
        )
        self.sink = Role(
            "sink",
            [program, "sink", "--producer", self.tcp(through("sink", producer)), "--listen", self.tcp(sink)]
            + ["--advertise", self.tcp(through("findings", sink)), "--reports", self.reports, *common],
            log("sink"),
        )
        self.workers = [
            Role(
                f"worker {number}",
                [program, "worker", "--producer", self.tcp(through(f"worker {number}", producer)), *common],
                log(f"worker-{number}"),
            )
            for number in range(1, workers + 1)
        ]

    @staticmethod
    def tcp(port):
        return f"tcp://127.0.0.1:{port}"

    @property
    def roles(self):
        return [self.producer, self.sink, *self.workers]

    def start(self):
        for role in self.roles:
            role.start()

    def end(self):
        for role in self.roles:
            role.kill()

    def terminate(self, patience):
        """SIGTERM, the workers first; the exit statuses of all roles that did not end with 0."""
        statuses = {role.name: role.terminate(patience) for role in reversed(self.roles)}
        return {name: status for name, status in statuses.items() if status != 0}

    def made_reports(self):
        """Of the folder of reports: what each file's bytes come to, by name."""
        return digests(self.reports)

    def undisturbed_reports(self, *inputs):
        """The same of what `warraq run` makes of the articles."""
        expected = self.folder / "expected"
        subprocess.run(
            [self.program, "run", "--output", expected, "--progress", "none", *inputs],
            check=True,
            stdout=subprocess.DEVNULL,
            env=plain_environment(),
        )
        return digests(expected)

    def status(self, timeout=30):
        """What `warraq status --json` says; None where it says nothing."""
        result = subprocess.run(
            [self.program, "status", "--producer", self.address, "--json", "--timeout", str(timeout)],
            capture_output=True,
            env=plain_environment(),
            check=False,
        )
        return json.loads(result.stdout) if result.returncode == 0 else None

    def wait_for(self, what, patience, every=0.2):
        """Looks at the status until `what` of it holds; False if it does not in `patience` seconds."""
        end = time.monotonic() + patience
        while time.monotonic() < end:
            status = self.status(timeout=5)
            if status is not None and what(status):
                return True
            time.sleep(every)
        return False


class MemoryWatch:
    """Measures the roles' memory now and then."""

    def __init__(self, roles):
        self.roles = roles
        threading.Thread(target=self.run, name="memory", daemon=True).start()

    def run(self):
        while True:
            for role in self.roles:
                role.measure()
            time.sleep(0.25)
