"""The ZeroMQ Guide's ventilator, workers and sink in pyzmq: nothing is kept, and nobody notices what is lost.

    ventilator.py ARTICLES.jsonl SECTIONS
"""

import json
import multiprocessing
import sys
import time

import zmq

WORKERS = 2


def ventilator(address, sections, ready):
    context = zmq.Context()
    socket = context.socket(zmq.PUSH)
    socket.set_hwm(10_000)
    socket.bind(address)
    ready.wait()
    # Both workers are to be connected before the first takes everything.
    time.sleep(0.5)
    for section in sections:
        socket.send(section)
    socket.close()
    context.term()


def worker(source, target, ready):
    context = zmq.Context()
    pull, push = context.socket(zmq.PULL), context.socket(zmq.PUSH)
    pull.connect(source)
    push.connect(target)
    ready.wait()
    while True:
        pull.recv()
        push.send(b"")


def main():
    count = int(sys.argv[2])
    with open(sys.argv[1], encoding="utf-8") as file:
        texts = [json.loads(line)["html"].encode() for line in file]
    # As many pieces of the same text as our splitter makes sections of it.
    size = max(1, sum(map(len, texts)) // count)
    joined = b"".join(texts)
    sections = [joined[start : start + size] for start in range(0, size * count, size)]
    context = zmq.Context()
    sink = context.socket(zmq.PULL)
    port = sink.bind_to_random_port("tcp://127.0.0.1")
    probe = context.socket(zmq.PUSH)
    source = probe.bind_to_random_port("tcp://127.0.0.1")
    probe.close(0)
    time.sleep(0.1)
    ready = multiprocessing.Barrier(WORKERS + 1)
    processes = [multiprocessing.Process(target=ventilator, args=(f"tcp://127.0.0.1:{source}", sections, ready))]
    processes += [
        multiprocessing.Process(target=worker, args=(f"tcp://127.0.0.1:{source}", f"tcp://127.0.0.1:{port}", ready))
        for _ in range(WORKERS)
    ]
    for process in processes:
        process.daemon = True
        process.start()
    sink.recv()
    start = time.monotonic()
    for _ in range(count - 1):
        sink.recv()
    print(json.dumps({"sections": count, "seconds": time.monotonic() - start}))
    for process in processes:
        process.kill()


if __name__ == "__main__":
    main()
