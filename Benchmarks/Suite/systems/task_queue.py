"""Sections through a task queue with two worker processes that do nothing with them.

    task_queue.py celery|dramatiq|rq|dask REDIS-PORT ARTICLES.jsonl

Runs 2,000 of them: slower systems would take long, and the rate is the same from the first hundred on.
"""

import json
import os
import pathlib
import subprocess
import sys
import time

COUNT = 2000
HERE = pathlib.Path(__file__).parent


def texts(path):
    found = []
    with open(path, encoding="utf-8") as file:
        for line in file:
            text = json.loads(line)["html"]
            found += [text[start : start + 600] for start in range(0, len(text), 600)]
            if len(found) >= COUNT:
                return found[:COUNT]
    return found


def timed(send, wait, sections):
    for each in [send(section) for section in sections[:20]]:
        wait(each)
    start = time.monotonic()
    for each in [send(section) for section in sections]:
        wait(each)
    return time.monotonic() - start


def with_workers(*commands):
    environment = {**os.environ, "PYTHONPATH": str(HERE), "PEER_REDIS": f"redis://127.0.0.1:{sys.argv[2]}/0"}
    return [
        subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        for command in commands
    ]


def main():
    system, port, path = sys.argv[1:4]
    os.environ["PEER_REDIS"] = f"redis://127.0.0.1:{port}/0"
    sections = texts(path)
    binaries = pathlib.Path(sys.executable).parent
    sys.path.insert(0, str(HERE))
    if system == "dask":
        from distributed import Client, LocalCluster

        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster, Client(cluster) as client:
            seconds = timed(lambda text: client.submit(len, text, pure=False), lambda future: future.result(), sections)
        print(json.dumps({"sections": len(sections), "seconds": seconds}))
        return
    if system == "celery":
        from peer_celery import analyse

        workers = with_workers([binaries / "celery", "-A", "peer_celery", "worker", "-c", "2", "-l", "ERROR"])
        send, wait = analyse.delay, lambda result: result.get(timeout=60)
    elif system == "dramatiq":
        from peer_dramatiq import analyse

        workers = with_workers([binaries / "dramatiq", "peer_dramatiq", "-p", "2", "-t", "1"])
        send, wait = analyse.send, lambda message: message.get_result(block=True, timeout=60_000)
    else:
        import redis
        import rq

        queue = rq.Queue(connection=redis.Redis(port=int(port)))
        url = os.environ["PEER_REDIS"]
        command = [binaries / "rq", "worker", "--worker-class", "rq.SimpleWorker", "--url", url]
        workers = with_workers(command, command)

        def wait(job):
            while not job.is_finished:
                time.sleep(0.001)

        send = lambda text: queue.enqueue(len, text)  # noqa: E731
    try:
        print(json.dumps({"sections": len(sections), "seconds": timed(send, wait, sections)}))
    finally:
        for worker in workers:
            worker.terminate()
        for worker in workers:
            worker.wait(10)


if __name__ == "__main__":
    main()
