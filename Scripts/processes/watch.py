"""What comes out of a cluster, as it comes: reports by the kernel's word, lines of a log by reading on."""

import bisect
import ctypes
import os
import struct
import threading
import time

IN_MOVED_TO = 0x80
EVENT = struct.Struct("iIII")
LIBC = ctypes.CDLL(None, use_errno=True)


class ReportWatch:
    """When each report appeared in a folder, and how often."""

    def __init__(self, folder):
        folder.mkdir(parents=True, exist_ok=True)
        self.times = []
        self.counts = {}
        self.guard = threading.Lock()
        self.descriptor = LIBC.inotify_init1(os.O_CLOEXEC)
        if LIBC.inotify_add_watch(self.descriptor, os.fsencode(folder), IN_MOVED_TO) < 0:
            raise OSError(ctypes.get_errno(), f"can't watch {folder}")
        threading.Thread(target=self.run, name="reports", daemon=True).start()

    def run(self):
        while True:
            events, offset = os.read(self.descriptor, 1 << 20), 0
            now = time.monotonic()
            with self.guard:
                while offset < len(events):
                    *_, length = EVENT.unpack_from(events, offset)
                    name = events[offset + EVENT.size : offset + EVENT.size + length].rstrip(b"\0").decode()
                    offset += EVENT.size + length
                    if name.endswith(".json"):
                        self.times.append(now)
                        self.counts[name] = self.counts.get(name, 0) + 1

    def rate(self, start, end):
        """Reports a second between two moments."""
        with self.guard:
            count = bisect.bisect_left(self.times, end) - bisect.bisect_left(self.times, start)
        return count / (end - start)

    @property
    def reported(self):
        with self.guard:
            return len(self.counts)

    @property
    def written_again(self):
        with self.guard:
            return sum(self.counts.values()) - len(self.counts)


class LogWatch:
    """When each line of a log that has one of some texts in it was written, to within some milliseconds."""

    def __init__(self, path, texts):
        self.path, self.texts = path, texts
        self.lines = []
        threading.Thread(target=self.run, name="log", daemon=True).start()

    def run(self):
        rest = b""
        while not self.path.exists():
            time.sleep(0.02)
        with open(self.path, "rb") as file:
            while True:
                *lines, rest = (rest + file.read()).split(b"\n")
                now = time.monotonic()
                for line in lines:
                    line = line.decode(errors="replace")
                    if any(text in line for text in self.texts):
                        self.lines.append((now, line))
                time.sleep(0.02)

    def first(self, text, other, after):
        """When the first line with both texts came after a moment; None if there is none yet."""
        for moment, line in list(self.lines):
            if moment >= after and text in line and other in line:
                return moment
        return None
