"""What others use, beside Warraq: installed from PyPI into a temporary folder, with Debian's redis-server.

Each of them gets the same sections, and does nothing with them: what is measured is the way there and back. None but
Warraq keeps them on disk before it says yes.
"""

import pathlib
import shutil
import statistics
import subprocess
import sys
import time

import cluster
from processes import Failure, Processes, free_ports

HERE = pathlib.Path(__file__).parent / "systems"


def _python(bench, *packages):
    """The Python of a virtual environment that has these packages."""
    folder = bench.folder.parent / "systems"
    python = folder / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
    subprocess.run([python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *packages], check=True)
    return python


def _no_op(bench, path, sections):
    """Sections a second through our cluster, which has seen others before: start and connecting are nobody's part."""
    result = cluster.throughput(bench.tools, bench.place(), bench.cores, path, first=bench.warm_up(), no_op=True)
    return sections / result["seconds"]


def ventilator(bench):
    """A bare ventilator, two workers and a sink over PUSH and PULL, as in the ZeroMQ Guide; it promises nothing."""
    python = _python(bench, "pyzmq")
    path = bench.long_corpus(3000)
    ours, theirs = [], []
    sections = bench.program(bench.tools.extraction, "articles", 2, path)["sections"]
    for _ in range(3):
        result = bench.program(python, HERE / "ventilator.py", path, sections, seconds=60)
        theirs.append(result["sections"] / result["seconds"])
        ours.append(_no_op(bench, path, sections))
    rate = statistics.median(ours)
    return [
        {"name": "pyzmq ventilator, no-op", "value": statistics.median(theirs), "unit": "sections/s"},
        {"name": "no-op sections, against the bare pyzmq ventilator", "value": rate, "unit": "sections/s",
         "ratio": rate / statistics.median(theirs), "bar": 1.0, "aim": 3.0},
    ]


def queues(bench):
    """Task queues: Celery, Dramatiq and RQ over Redis, and Dask; two workers each."""
    if not shutil.which("redis-server"):
        raise Failure("redis-server is not installed (Debian: redis-server)")
    python = _python(bench, "celery[redis]", "dramatiq[redis]", "rq", "redis", "distributed")
    path = bench.long_corpus(3000)
    sections = bench.program(bench.tools.extraction, "articles", 2, path)["sections"]
    found = []
    for system in ("celery", "dramatiq", "rq", "dask"):
        rate = _no_op(bench, path, sections)
        with Processes(bench.cores) as processes:
            (port,) = free_ports(1)
            processes.start("redis-server", "--port", port, "--save", "", "--appendonly", "no")
            time.sleep(0.5)
            result = processes.run(python, HERE / "task_queue.py", system, port, path, seconds=180)
        value = result["sections"] / result["seconds"]
        found += [
            {"name": f"{system}, no-op", "value": value, "unit": "sections/s"},
            {"name": f"no-op sections, against {system}", "value": rate, "unit": "sections/s", "ratio": rate / value,
             "bar": 50, "aim": 200},
        ]
    return found


def taggers(bench):
    """CRFsuite with features made in Python, and spaCy, trained on the corpus that --train names."""
    if not bench.train:
        raise Failure("give --train FILE (a token and its IOB2 label in each line) to compare with taggers")
    python = _python(bench, "python-crfsuite", "spacy")
    path = bench.corpus(1000)
    core = {min(bench.cores)}
    found = []
    for system in ("crfsuite", "spacy"):
        ours = bench.program(bench.tools.extraction, "tokens", path, cores=core)["whole"]
        result = bench.program(python, HERE / "taggers.py", system, bench.train, path, seconds=240, cores=core)
        value = result["tokens"] / result["seconds"]
        found += [
            {"name": f"{system}, entities alone, one core", "value": value, "unit": "tokens/s"},
            {"name": f"whole extraction, against {system}", "value": ours, "unit": "tokens/s", "ratio": ours / value,
             "bar": 20, "aim": 100},
        ]
    return found


ALL = (ventilator, queues, taggers)
