/* ---- The workers ---- */

inline sinkIs(w, l) {
    if
    :: l != 0 && l != knownLife[w] ->
        knownLife[w] = l;
        flush(results[w]); flush1(acknowledged[w]);
        if
        :: result[w] != 0 -> result[w] = 0; isSent[w] = false; grant(w)
        :: else
        fi
    :: else
    fi
}

inline grant(w) {
    if
    :: workerJoined[w] -> wasFull[w] = false; assert(nfull(fromWorker[w])); fromWorker[w]!GRANT,0
    :: else
    fi
}

inline die(w) {
    task[w] = 0; result[w] = 0; isSent[w] = false; knownLife[w] = 0;
    workerJoined[w] = false; workerRejoins[w] = true; diedAtWork[w] = true;
    flush(toWorker[w]); flush(fromWorker[w]); flush(results[w]); flush1(acknowledged[w])
}

inline sendResult(w) {
    if
    :: knownLife[w] != 0 ->
        assert(nfull(results[w]));
        results[w]!result[w] - 1,knownLife[w];
        isSent[w] = true;
#ifdef FORGETS_RESULTS
        result[w] = 0; grant(w)
#endif
    :: else
    fi
}

inline finish(w) { result[w] = task[w]; task[w] = 0; isSent[w] = false; sendResult(w) }

inline fail(w) {
    if :: workerJoined[w] -> assert(nfull(fromWorker[w])); fromWorker[w]!FAILED,task[w] - 1 :: else fi;
    task[w] = 0;
    grant(w)
}

active [RUNNING_WORKERS] proctype Worker() {
    byte w = _pid - FIRST_WORKER;
    byte s;
    mtype m;
end:
    do
    :: atomic {
        workerRejoins[w] -> workerRejoins[w] = false; workerJoined[w] = false;
        /* What it has begun it finishes; what not, it forgets. */
        if :: task[w] != 0 -> task[w] = 0 :: true fi;
        assert(nfull(fromWorker[w]));
        wasFull[w] = (task[w] != 0 || result[w] != 0);
        fromWorker[w]!HELLO,((task[w] == 0 && result[w] == 0 -> 1 : 0) + (diedAtWork[w] -> 2 : 0));
        diedAtWork[w] = false
       }
    :: atomic {
        nempty(toWorker[w]) -> toWorker[w]?m,s;
        if
        :: m == WELCOME ->
            workerJoined[w] = true;
            sinkIs(w, s);
            /* Beats say how much it may have been sent in all: what became free before the welcome, too. */
            if :: wasFull[w] && task[w] == 0 && result[w] == 0 -> grant(w) :: else fi
        :: m == SINK && workerJoined[w] -> sinkIs(w, s)
        :: m == WORK && workerJoined[w] ->
            assert(task[w] == 0 && result[w] == 0); /* credit is kept */
            task[w] = s + 1
        :: else
        fi;
        s = 0; m = 0
       }
    :: atomic {
        task[w] != 0 && result[w] == 0 ->
        if
#ifdef POISON
        :: task[w] == 1 -> die(w)
        :: task[w] != 1 -> finish(w)
#elif defined(FAILS)
        :: task[w] == 1 && isFailing -> fail(w)
        :: finish(w)
#else
        :: finish(w)
#endif
        fi
       }
    :: atomic { result[w] != 0 && !isSent[w] && knownLife[w] != 0 -> sendResult(w) }
    :: atomic {
        nempty(acknowledged[w]) -> acknowledged[w]?s;
        if
        :: result[w] == s + 1 -> result[w] = 0; isSent[w] = false; grant(w)
        :: else
        fi;
        s = 0
       }
    od
}
