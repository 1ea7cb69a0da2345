"""The actor of the Dramatiq workers, with results."""

import os

import dramatiq
from dramatiq.brokers.redis import RedisBroker
from dramatiq.results import Results
from dramatiq.results.backends import RedisBackend

broker = RedisBroker(url=os.environ["PEER_REDIS"])
broker.add_middleware(Results(backend=RedisBackend(url=os.environ["PEER_REDIS"])))
dramatiq.set_broker(broker)


@dramatiq.actor(store_results=True)
def analyse(text):
    return len(text)
