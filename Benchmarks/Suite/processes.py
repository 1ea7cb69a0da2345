"""Processes that a measurement starts: on given processors, timed, and ended with it."""

import json
import os
import pathlib
import signal
import socket
import subprocess
import time


class Failure(Exception):
    """A program did not do what was asked."""


class Processes:
    """Starts programs in a process group each, and ends what is left of them on leaving."""

    def __init__(self, cores, environment=None):
        self.cores = cores
        self.environment = {key: value for key, value in os.environ.items() if not key.startswith("WARRAQ_")}
        self.environment.update(environment or {})
        self.running = []

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for process in self.running:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
            process.wait()
        self.running = []

    def start(self, *command, log=None, cores=None):
        def pin():
            os.sched_setaffinity(0, self.cores if cores is None else cores)

        process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=log or subprocess.DEVNULL,
            stderr=log or subprocess.DEVNULL,
            env=self.environment,
            preexec_fn=pin,
            start_new_session=True,
        )
        self.running.append(process)
        return process

    def run(self, *command, seconds=120, cores=None):
        """The last line of what a program prints, as JSON."""

        def pin():
            os.sched_setaffinity(0, self.cores if cores is None else cores)

        process = subprocess.Popen(
            [str(part) for part in command],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=self.environment,
            preexec_fn=pin,
            start_new_session=True,
            text=True,
        )
        self.running.append(process)
        try:
            output, errors = process.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            raise Failure(f"{command[0]} took more than {seconds} s") from None
        finally:
            # Also when this program is being ended.
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
            self.running.remove(process)
        if process.returncode != 0:
            raise Failure(f"{' '.join(map(str, command))}: status {process.returncode}: {errors.strip()[-500:]}")
        lines = output.strip().splitlines()
        return json.loads(lines[-1]) if lines and lines[-1].startswith("{") else output

    def stop(self, process, seconds=10):
        """SIGTERM, and the processor time (s) of the process's whole life."""
        if process.poll() is None:
            process.send_signal(signal.SIGTERM)
        end = time.monotonic() + seconds
        while True:
            done, status, usage = os.wait4(process.pid, os.WNOHANG)
            if done:
                break
            if time.monotonic() > end:
                os.killpg(process.pid, signal.SIGKILL)
                _, status, usage = os.wait4(process.pid, 0)
                break
            time.sleep(0.01)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.running.remove(process)
        return usage.ru_utime + usage.ru_stime


def processor_time(process):
    """Seconds that the threads of a process have had so far, those that have ended among them: to the nanosecond, where
    /proc/PID/stat counts in hundredths."""
    # clock_getcpuclockid(3) makes this number of a process: its complement, and 2 for the scheduler's count.
    return time.clock_gettime(~process << 3 | 2)


def most_memory(process):
    """Megabytes that a process has had in memory at most, its files' pages among them. (`ru_maxrss` begins with what the
    process had that started it.)"""
    for line in pathlib.Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return 0.0


def free_ports(count):
    sockets = [socket.socket() for _ in range(count)]
    for each in sockets:
        each.bind(("127.0.0.1", 0))
    ports = [each.getsockname()[1] for each in sockets]
    for each in sockets:
        each.close()
    return ports
