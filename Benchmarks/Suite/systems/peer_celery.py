"""The task of the Celery workers: acknowledged when it is done, as Celery advises for work that must not be lost."""

import os

from celery import Celery

app = Celery("peer", broker=os.environ["PEER_REDIS"], backend=os.environ["PEER_REDIS"])
app.conf.task_acks_late = True
app.conf.worker_prefetch_multiplier = 16


@app.task
def analyse(text):
    return len(text)
