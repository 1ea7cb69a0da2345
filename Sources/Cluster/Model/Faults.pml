/* ---- Faults: one of each kind, at any moment; and updates ---- */

#ifndef NO_PRODUCER_CRASH
active proctype ProducerCrash() { atomic { startProducer() } }

#endif

#ifndef NO_SINK_CRASH
active proctype SinkCrash() { atomic { startSink() } }

#endif

#ifndef NO_WORKER_CRASH
/* Of two workers that are the same it is the first. */
active proctype WorkerCrash() { atomic { true -> die(0) } }

#endif

#ifdef HANGS
/* At any moment; it is silent, so another one is let in. Later it goes on where it was: with a claim that it had not made
   yet, or with an article of which it had everything, and which it now writes. It hears of nothing before. */
active proctype SinkHangs() {
    byte s;
    byte who;
    bool claims, has0, has1;
    atomic {
        who = life; claims = isClaiming && !hasClaimed;
        has0 = gathered[0] == COMPLETE; has1 = gathered[1] == COMPLETE;
        startSink()
    }
    do
    :: atomic { claims -> claims = false; owner = who }
    :: atomic { has0 -> has0 = false; writeLate(0) }
    :: atomic { has1 -> has1 = false; writeLate(1) }
    :: atomic { !claims && !has0 && !has1 -> break }
    od
}

#endif

#ifdef BREAKS
active proctype SinkLinkBreak() {
    atomic {
        flush(toSink); flush(fromSink);
        sinkJoined = false; sinkRejoins = true; isClaiming = false; hasSink = false; isSynced = false
    }
}

active proctype WorkerLinkBreak() {
    if
    :: atomic { true -> flush(toWorker[0]); flush(fromWorker[0]); workerJoined[0] = false; workerRejoins[0] = true }
    :: atomic { true -> flush(results[0]); flush1(acknowledged[0]); isSent[0] = false }
    fi
}

#endif

#ifdef UPDATES
/* The cluster is stopped and comes back with another model, and later with the one that it had. */
inline update() { model = 1 - model; startProducer(); startSink(); die(0); die(1) }

active proctype Updates() {
    atomic { true -> update() };
    atomic { true -> update() }
}

#endif
