"""A cluster of separate processes over tcp: its throughput, its latency, and what its processes use."""

import pathlib
import shutil

from processes import Processes, free_ports, most_memory, processor_time


class Cluster:
    """Producer, sink and workers, each a process of `warraq`, on the same processors; the client on them, too."""

    def __init__(self, tools, folder, cores, workers=2, keys=None, no_op=False):
        self.tools, self.folder, self.workers, self.no_op = tools, pathlib.Path(folder), workers, no_op
        environment = {"WARRAQ_BENCHMARK_VERSION": tools.version, "WARRAQ_LOG_LEVEL": "warning"}
        if keys:
            environment["WARRAQ_KEYS"] = str(keys)
        self.processes = Processes(cores, environment)
        self.used = {}

    def __enter__(self):
        # What was measured before is removed at the very end: file systems are slow to use again what was just freed.
        self.folder.mkdir(parents=True)
        ports = free_ports(2)
        self.producer_address = f"tcp://127.0.0.1:{ports[0]}"
        sink_address = f"tcp://127.0.0.1:{ports[1]}"
        warraq, start = self.tools.warraq, self.processes.start
        producer = start(warraq, "producer", "--listen", self.producer_address, "--data", self.folder / "data",
                         log=self._log("producer"))
        sink = start(warraq, "sink", "--producer", self.producer_address, "--listen", sink_address,
                     "--reports", self.folder / "reports", log=self._log("sink"))
        command = (self.tools.cluster, "worker", self.producer_address) if self.no_op else (
            warraq, "worker", "--producer", self.producer_address)
        workers = [start(*command, log=self._log(f"worker{number}")) for number in range(self.workers)]
        self.roles = {"worker": workers, "sink": [sink], "producer": [producer]}
        return self

    def __exit__(self, *arguments):
        self.processes.__exit__(*arguments)

    def measure(self, kind, articles, seconds=300):
        """`throughput` or `latency` of ClusterBenchmark."""
        return self.processes.run(
            self.tools.cluster, kind, self.producer_address, self.workers, articles, seconds=seconds)

    def warm_up(self, articles):
        """Sends some articles first; from here on counts what the processes use: to start is no part of an article."""
        self.measure("throughput", articles)
        for processes in self.roles.values():
            for process in processes:
                self.used[process.pid] = processor_time(process.pid)

    def end(self):
        """Ends the cluster in order: processor seconds since `warm_up` and the most memory (MB) for each role.

        Workers are counted up to here: they have nothing left to do, and for a process to end is as little part of an
        article as to start, which of 64 would show. The others still settle, and count to their end."""
        use = {}
        for role, processes in self.roles.items():
            used = [processor_time(process.pid) for process in processes] if role == "worker" else []
            memory = max(most_memory(process.pid) for process in processes)
            lives = [self.processes.stop(process) for process in processes]
            use[role] = {"cpu": sum(used or lives) - sum(self.used.get(process.pid, 0) for process in processes),
                         "memory": memory}
        return use

    def _log(self, name):
        return open(self.folder / f"{name}.log", "wb")


def throughput(tools, folder, cores, articles, first=None, **options):
    """All of `articles` through a cluster that has had those of `first`."""
    with Cluster(tools, folder, cores, **options) as cluster:
        if first:
            cluster.warm_up(first)
        result = cluster.measure("throughput", articles)
        result["use"] = cluster.end()
    if result["partial"]:
        raise RuntimeError(f"{result['partial']} reports are partial")
    result["cpu"] = sum(role["cpu"] for role in result["use"].values())
    return result


def latency(tools, folder, cores, articles, **options):
    with Cluster(tools, folder, cores, **options) as cluster:
        return cluster.measure("latency", articles)


def remove(folder):
    shutil.rmtree(folder, ignore_errors=True)
