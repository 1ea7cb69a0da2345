/*
 * The protocol of the cluster for spin: what producer, sink and workers remember, what they tell each other, and what is
 * on disk, with two workers, two articles of two sections each, one crash of each role, and one break of each kind of
 * link. `Scripts/check-model` runs it.
 *
 * The names are those of the state machines in this folder. Left out: time (what happens after a while may happen at any
 * moment here), batching, credit of more than one section, and cancelling. A link's session is modelled by what it
 * promises (Documentation/Protocol.md): messages arrive in order, or both sides learn that the link is broken and the one
 * that connects says hello anew.
 *
 * Safety is asserted. Progress: no history is infinite (there are no cycles: -DNP), and each ends with both articles
 * settled. That is more than progress under fairness.
 *
 * With one of these defined, the model is broken, and spin must say so: ACCEPTS_EARLY, REPORTS_EARLY, SETTLES_EARLY,
 * FORGETS_RESULTS (before they are acknowledged), NO_FENCE (a sink that was replaced writes all the same). With
 * ONE_ARTICLE there is one of two sections. With POISON, section 0 kills each worker that takes it. With HANGS the sink
 * hangs, is replaced by another process, and wakes up with what it had at hand.
 */
#define ARTICLES 2
#define SECTIONS 4 /* article a has 2a and 2a+1 */
#define WORKERS 2
#define ATTEMPTS 2
#define ARTICLE(s) ((s) / 2)
#define NOBODY 255
#define FIRST_WORKER 2 /* processes are numbered in the order of this file */

mtype = { HELLO, WELCOME, HOLDING, OPEN, OPENED, RECEIVED, REPORTED, SETTLED, DISCARD, DISCARDED, GIVE_UP, WORK, SINK, GRANT };

/* On disk: the journal, and which sections each report has. */
mtype:state = { UNKNOWN, WAITING, DONE };
mtype:state journal[ARTICLES] = UNKNOWN;
bool onDisk[ARTICLES];
byte reportHas[ARTICLES];
byte owner; /* the sink that was the last to claim the folder of reports */
bool isAccepted;
#ifdef HANGS
byte reportBy[ARTICLES]; /* the sink that wrote it */
byte settledBy[ARTICLES]; /* the sink whose word the journal has for it */
#define NOTE_WRITTEN(a, who) reportBy[a] = who
#define NOTE_REPORTED(a) if :: stage[a] != CLOSED -> settledBy[a] = sinkLife :: else fi
#define IS_TRUE (reportBy[0] == settledBy[0] && reportBy[1] == settledBy[1])
#else
#define NOTE_WRITTEN(a, who) skip
#define NOTE_REPORTED(a) skip
#define IS_TRUE true
#endif

chan toSink = [12] of { mtype, byte };
chan fromSink = [12] of { mtype, byte };
chan toWorker[WORKERS] = [6] of { mtype, byte };
chan fromWorker[WORKERS] = [5] of { mtype, byte };
chan results[WORKERS] = [3] of { byte, byte };
chan acknowledged[WORKERS] = [2] of { byte };

/* The producer. */
mtype:stage = { CLOSED, LOADED, OPENING, OPENED_, SETTLING };
mtype:stage stage[ARTICLES] = CLOSED;
mtype:section = { WAITS, PENDING, LEASED, HELD, GIVEN_UP };
mtype:section section[SECTIONS] = WAITS;
byte holder[SECTIONS] = NOBODY;
byte attempts[SECTIONS];
bool isCommitted; /* the client is owed an answer */
bool isReported[ARTICLES];
bool isDiscarding[ARTICLES];
bool hasSink, isSynced;
byte sinkLife, markedLife;
bool hasWorker[WORKERS];
bool credit[WORKERS];

/* The sink. */
mtype:sink = { ABSENT, GATHERING, COMPLETE, WRITTEN, SAID };
mtype:sink gathered[ARTICLES] = ABSENT;
bool has[SECTIONS], isGivenUp[SECTIONS];
byte life = 1;
bool sinkJoined;
bool sinkRejoins = true;
bool isClaiming; /* welcomed, and has not claimed the folder of reports in this session */
bool hasClaimed;

/* The workers. */
byte task[WORKERS], result[WORKERS]; /* section + 1 */
bool isSent[WORKERS];
byte knownLife[WORKERS];
bool workerJoined[WORKERS];
bool workerRejoins[WORKERS] = true;
bool diedAtWork[WORKERS];
bool wasFull[WORKERS]; /* when it said hello */

byte i, x; /* scratch of atomic steps: always 0 between them */

inline flush(c) { do :: len(c) > 0 -> c?_,_ :: else -> break od }
inline flush1(c) { do :: len(c) > 0 -> c?_ :: else -> break od }

/* ---- The producer ---- */

inline tellSink(kind, what) { if :: isSynced -> assert(nfull(toSink)); toSink!kind,what :: else fi }

inline tellWorkersOfSink() {
    i = 0;
    do
    :: i < WORKERS ->
        if :: hasWorker[i] -> assert(nfull(toWorker[i])); toWorker[i]!SINK,sinkLife :: else fi;
        i++
    :: else -> break
    od;
    i = 0
}

/* The section's worker is gone. */
inline handOutAgain(s, isBlamed) {
    if
    :: isBlamed -> attempts[s]++
    :: else
    fi;
    holder[s] = NOBODY;
    if
    :: attempts[s] >= ATTEMPTS -> section[s] = GIVEN_UP; tellSink(GIVE_UP, s)
    :: else -> section[s] = PENDING
    fi
}

/* The sink that serves now does not have the article. */
inline reopen(a) {
    stage[a] = LOADED;
    x = 2 * a;
    do
    :: x < 2 * a + 2 ->
        if :: section[x] != GIVEN_UP -> section[x] = WAITS; holder[x] = NOBODY :: else fi;
        x++
    :: else -> break
    od;
    x = 0
}

/* `mask`: for each article bit 0 held, 1 reported, 2 and 3 its sections received. */
inline synchronise(mask) {
    isSynced = true;
    i = 0;
    do
    :: i < SECTIONS ->
        if
        :: markedLife != sinkLife && section[i] == LEASED -> section[i] = WAITS; holder[i] = NOBODY
        :: else
        fi;
        i++
    :: else -> break
    od;
    i = 0;
    markedLife = sinkLife;
    tellWorkersOfSink();
    i = 0;
    do
    :: i < ARTICLES ->
        if
        :: stage[i] != CLOSED && stage[i] != SETTLING && ((mask >> (4 * i)) & 1) ->
            stage[i] = OPENED_;
            x = 2 * i;
            do
            :: x < 2 * i + 2 ->
                if
                :: (mask >> (4 * i + 2 + x - 2 * i)) & 1 -> section[x] = HELD; holder[x] = NOBODY
                :: else ->
                    if
                    :: section[x] == WAITS || section[x] == HELD -> section[x] = PENDING
                    :: section[x] == GIVEN_UP -> tellSink(GIVE_UP, x)
                    :: else
                    fi
                fi;
                x++
            :: else -> break
            od;
            x = 0
        :: stage[i] != CLOSED && stage[i] != SETTLING && !((mask >> (4 * i)) & 1) -> reopen(i)
        :: stage[i] == CLOSED && ((mask >> (4 * i)) & 1) ->
            isDiscarding[i] = true;
            tellSink(DISCARD, i)
        :: else
        fi;
        if
        :: (mask >> (4 * i + 1)) & 1 ->
            NOTE_REPORTED(i);
            if :: stage[i] != CLOSED -> stage[i] = SETTLING :: else fi;
            isReported[i] = true
        :: else
        fi;
        i++
    :: else -> break
    od;
    i = 0
}

inline store(a) { if :: journal[a] == UNKNOWN -> journal[a] = WAITING :: else fi }

#ifdef ONE_ARTICLE
#define STORE store(0)
#define IS_STORED (journal[0] != UNKNOWN)
#define IS_DONE (journal[0] == DONE && onDisk[0])
#else
#define STORE store(0); store(1)
#define IS_STORED (journal[0] != UNKNOWN && journal[1] != UNKNOWN)
#define IS_DONE (journal[0] == DONE && journal[1] == DONE && onDisk[0] && onDisk[1])
#endif

inline commit() {
#ifdef ACCEPTS_EARLY
    isAccepted = true;
#else
    STORE;
#endif
    isCommitted = true
}

inline accept() {
    isCommitted = false;
#ifdef ACCEPTS_EARLY
    STORE
#else
    isAccepted = true;
    assert(IS_STORED)
#endif
}

#define MAY_LOAD(a) (stage[a] == CLOSED && journal[a] == WAITING && !isReported[a])

inline load(a) { if :: MAY_LOAD(a) -> stage[a] = LOADED :: else fi }

inline openAtSink(a) {
    stage[a] = OPENING;
    tellSink(OPEN, a);
    if :: section[2 * a] == GIVEN_UP -> tellSink(GIVE_UP, 2 * a) :: else fi;
    if :: section[2 * a + 1] == GIVEN_UP -> tellSink(GIVE_UP, 2 * a + 1) :: else fi
}

#define IN_QUEUE(s) (section[s] == PENDING && stage[ARTICLE(s)] == OPENED_)
/* Sections leave the queue in their order; which of the workers that have credit gets one is open. */
#define FIRST (IN_QUEUE(0) -> 0 : (IN_QUEUE(1) -> 1 : (IN_QUEUE(2) -> 2 : (IN_QUEUE(3) -> 3 : NOBODY))))

inline handOut(s, w) {
    credit[w] = false; section[s] = LEASED; holder[s] = w;
    assert(nfull(toWorker[w]));
    toWorker[w]!WORK,s
}

inline settle(a) {
    assert(onDisk[a]);
    journal[a] = DONE;
    isReported[a] = false;
    stage[a] = CLOSED;
    x = 2 * a;
    do
    :: x < 2 * a + 2 -> section[x] = WAITS; holder[x] = NOBODY; attempts[x] = 0; x++
    :: else -> break
    od;
    x = 0;
    tellSink(SETTLED, a)
}

inline hear(w) {
    if
    :: fromWorker[w]?HELLO,mask -> /* bit 0: has room; bit 1: it died at work */
        s = 0;
        do
        :: s < SECTIONS ->
            if :: section[s] == LEASED && holder[s] == w -> handOutAgain(s, (mask & 2) != 0) :: else fi;
            s++
        :: else -> break
        od;
        hasWorker[w] = true;
        credit[w] = mask & 1;
        assert(nfull(toWorker[w]));
        if :: isSynced -> toWorker[w]!WELCOME,sinkLife :: else -> toWorker[w]!WELCOME,0 fi
    :: fromWorker[w]?GRANT,_ -> if :: hasWorker[w] -> credit[w] = true :: else fi
    fi;
    s = 0; mask = 0
}

active proctype Producer() {
    byte a, s, w, mask;
end:
    do
    /* Submissions: on disk, as one group, then answered. */
    :: atomic { (!isAccepted && !isCommitted) -> commit() }
    :: atomic { isCommitted -> accept() }
    /* Loading and opening. */
    :: atomic { MAY_LOAD(0) || MAY_LOAD(1) -> load(0); load(1) }
    :: atomic { isSynced && stage[0] == LOADED && !isDiscarding[0] -> openAtSink(0) }
    :: atomic { isSynced && stage[1] == LOADED && !isDiscarding[1] -> openAtSink(1) }
    /* Handing out. */
    :: atomic { isSynced && FIRST != NOBODY && hasWorker[0] && credit[0] -> s = FIRST; handOut(s, 0); s = 0 }
    :: atomic { isSynced && FIRST != NOBODY && hasWorker[1] && credit[1] -> s = FIRST; handOut(s, 1); s = 0 }
    /* The sink. */
    :: atomic {
        nempty(fromSink) ->
        if
        :: fromSink?HELLO,s -> hasSink = true; isSynced = false; sinkLife = s;
            isDiscarding[0] = false; isDiscarding[1] = false;
            assert(nfull(toSink)); toSink!WELCOME,0
        :: fromSink?HOLDING,mask ->
            if :: hasSink && !isSynced -> synchronise(mask) :: else fi
        :: fromSink?OPENED,a ->
            if
            :: isSynced && !isDiscarding[a] && stage[a] == OPENING ->
                stage[a] = OPENED_;
                if :: section[2 * a] == WAITS -> section[2 * a] = PENDING :: else fi;
                if :: section[2 * a + 1] == WAITS -> section[2 * a + 1] = PENDING :: else fi
            :: else
            fi
        :: fromSink?RECEIVED,s ->
            if
            :: isSynced && !isDiscarding[ARTICLE(s)] && stage[ARTICLE(s)] != CLOSED && stage[ARTICLE(s)] != SETTLING ->
#ifdef SETTLES_EARLY
                isReported[ARTICLE(s)] = true;
#endif
                section[s] = HELD; holder[s] = NOBODY
            :: else
            fi
        :: fromSink?REPORTED,a ->
            if
            :: isSynced && !isDiscarding[a] ->
                NOTE_REPORTED(a);
                if :: stage[a] != CLOSED -> stage[a] = SETTLING :: else fi;
                isReported[a] = true
            :: else
            fi
        :: fromSink?DISCARDED,a -> if :: isSynced -> isDiscarding[a] = false :: else fi
        fi;
        a = 0; s = 0; mask = 0
       }
    /* Settling: the journal first, then the sink may forget. */
    :: atomic {
        isReported[0] || isReported[1] ->
        if :: isReported[0] -> settle(0) :: else fi;
        if :: isReported[1] -> settle(1) :: else fi
       }
    /* The workers. */
    :: atomic { nempty(fromWorker[0]) -> hear(0) }
    :: atomic { nempty(fromWorker[1]) -> hear(1) }
    od;

}

/* ---- The sink ---- */

inline tellProducer(kind, what) { if :: sinkJoined -> assert(nfull(fromSink)); fromSink!kind,what :: else fi }

inline completeIfAll(a) {
    if
    :: gathered[a] == GATHERING && (has[2 * a] || isGivenUp[2 * a]) && (has[2 * a + 1] || isGivenUp[2 * a + 1]) ->
        gathered[a] = COMPLETE
    :: else
    fi
}

inline forget(a) {
    gathered[a] = ABSENT;
    has[2 * a] = false; has[2 * a + 1] = false; isGivenUp[2 * a] = false; isGivenUp[2 * a + 1] = false
}

inline take(w) {
    results[w]?s,l;
    a = ARTICLE(s);
    if
    :: l == life && gathered[a] == GATHERING && !has[s] ->
        has[s] = true; isGivenUp[s] = false;
        tellProducer(RECEIVED, s);
        completeIfAll(a)
    :: else
    fi;
    if :: len(acknowledged[w]) < 2 -> acknowledged[w]!s :: else fi;
    a = 0; s = 0; l = 0
}

/* By the sink `who`, which has all of the article that there will be. */
inline put(a, who) {
    s = has[2 * a] | (has[2 * a + 1] << 1);
    /* Every section is in it, unless it was given up; and a second report is the first one again. */
    assert(has[2 * a] || isGivenUp[2 * a]);
    assert(has[2 * a + 1] || isGivenUp[2 * a + 1]);
#ifdef POISON
    assert(has[2 * a] || a == 0);
    assert(has[2 * a + 1]);
#else
    assert(s == 3);
#endif
    assert(!onDisk[a] || reportHas[a] == s);
    onDisk[a] = true; reportHas[a] = s; NOTE_WRITTEN(a, who);
    s = 0
}

/* Another process in its place, which knows nothing. */
inline startSink() {
    forget(0); forget(1);
    life++;
    sinkJoined = false; sinkRejoins = true; isClaiming = false; hasClaimed = false;
    flush(toSink); flush(fromSink);
    i = 0;
    do
    :: i < WORKERS -> flush(results[i]); flush1(acknowledged[i]); isSent[i] = false; i++
    :: else -> break
    od;
    i = 0
}

/* The rename: it fails where another sink has claimed the folder, and then this one ends. */
inline write(a) {
    if
    :: owner == life ->
        gathered[a] = WRITTEN;
#ifdef REPORTS_EARLY
        tellProducer(REPORTED, a)
#else
        put(a, life)
#endif
    :: else -> startSink()
    fi
}

/* Claims once in its life; afterwards it only finds out whether that holds. A sink that was shut out ends at once here. */
inline claim() {
    if
    :: owner == life -> skip
    :: !hasClaimed -> hasClaimed = true; owner = life
    :: else -> startSink()
    fi
}

#ifdef HANGS
inline writeLate(a) {
    if
#ifdef NO_FENCE
    :: true ->
#else
    :: owner == who ->
#endif
        onDisk[a] = true; reportBy[a] = who; reportHas[a] = 3
    :: else
    fi
}

#endif

inline say(a) {
    gathered[a] = SAID;
#ifdef REPORTS_EARLY
    put(a, life)
#else
    tellProducer(REPORTED, a)
#endif
}

active proctype Sink() {
    byte a, s, w, l;
end:
    do
    :: atomic { sinkRejoins -> sinkRejoins = false; sinkJoined = false; isClaiming = false; assert(nfull(fromSink)); fromSink!HELLO,life }
    :: atomic {
        nempty(toSink) ->
        if
        :: toSink?WELCOME,_ -> sinkJoined = true; isClaiming = true
        :: toSink?OPEN,a ->
            if
            :: sinkJoined && gathered[a] == ABSENT -> gathered[a] = GATHERING; tellProducer(OPENED, a)
            :: sinkJoined && (gathered[a] == GATHERING || gathered[a] == COMPLETE || gathered[a] == WRITTEN) ->
                tellProducer(OPENED, a)
            :: sinkJoined && gathered[a] == SAID -> tellProducer(REPORTED, a)
            :: else
            fi
        :: toSink?GIVE_UP,s ->
            if
            :: sinkJoined && gathered[ARTICLE(s)] == GATHERING && !has[s] ->
                isGivenUp[s] = true; a = ARTICLE(s); completeIfAll(a)
            :: else
            fi
        :: toSink?SETTLED,a -> if :: sinkJoined -> forget(a) :: else fi
        :: toSink?DISCARD,a -> if :: sinkJoined -> forget(a); tellProducer(DISCARDED, a) :: else fi
        fi;
        a = 0; s = 0
       }
    /* The fence: from here on no sink that was welcomed before can name a report. Only then it says what it holds. */
    :: atomic {
        isClaiming -> isClaiming = false; claim();
        s = 0; a = 0;
        do
        :: a < ARTICLES ->
            if
            :: gathered[a] == GATHERING || gathered[a] == COMPLETE || gathered[a] == WRITTEN ->
                s = s | (1 << (4 * a)) | (has[2 * a] << (4 * a + 2)) | (has[2 * a + 1] << (4 * a + 3))
            :: gathered[a] == SAID -> s = s | (2 << (4 * a))
            :: else
            fi;
            a++
        :: else -> break
        od;
        tellProducer(HOLDING, s);
        a = 0; s = 0
       }
    :: atomic { nempty(results[0]) -> take(0) }
    :: atomic { nempty(results[1]) -> take(1) }
    /* The report: renamed into place, then said. */
    :: atomic { gathered[0] == COMPLETE -> write(0) }
    :: atomic { gathered[1] == COMPLETE -> write(1) }
    :: atomic { gathered[0] == WRITTEN -> say(0) }
    :: atomic { gathered[1] == WRITTEN -> say(1) }
    od;

}

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

active [WORKERS] proctype Worker() {
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
#ifdef POISON
        if
        :: task[w] == 1 -> die(w)
        :: else -> result[w] = task[w]; task[w] = 0; isSent[w] = false; sendResult(w)
        fi
#else
        result[w] = task[w]; task[w] = 0; isSent[w] = false; sendResult(w)
#endif
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

/* ---- Faults: one of each kind, at any moment ---- */

#ifndef NO_PRODUCER_CRASH
active proctype ProducerCrash() {
    atomic {
        i = 0;
        do
        :: i < ARTICLES -> stage[i] = CLOSED; isReported[i] = false; isDiscarding[i] = false; i++
        :: else -> break
        od;
        i = 0;
        do
        :: i < SECTIONS -> section[i] = WAITS; holder[i] = NOBODY; attempts[i] = 0; i++
        :: else -> break
        od;
        isCommitted = false; hasSink = false; isSynced = false; sinkLife = 0; markedLife = 0;
        hasWorker[0] = false; hasWorker[1] = false; credit[0] = false; credit[1] = false;
        flush(toSink); flush(fromSink);
        sinkRejoins = true;
        i = 0;
        do
        :: i < WORKERS -> flush(toWorker[i]); flush(fromWorker[i]); workerRejoins[i] = true; i++
        :: else -> break
        od;
        i = 0
    }
}

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

active proctype End() {
    /* Nothing can happen any more. */
    timeout -> assert(IS_DONE);
    /* Who wrote a report is who the journal has it from. */
    assert(IS_TRUE);
    assert(task[0] == 0 && task[1] == 0 && result[0] == 0 && result[1] == 0)
}
