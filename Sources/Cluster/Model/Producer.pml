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

inline discard(a) { if :: isSynced -> discards[a]++; tellSink(DISCARD, a) :: else fi }

#define GIVEN_UP_OF(a) ((section[2 * a] == GIVEN_UP) + (section[2 * a + 1] == GIVEN_UP))

/* Whether a report that lacks sections is of this life of the article: else it is of before a retry. */
#ifdef SETTLES_OLD
#define IS_CURRENT(a, lacks) true
#else
#define IS_CURRENT(a, lacks) (lacks == 0 || lacks == GIVEN_UP_OF(a))
#endif
/* Of an article that is not loaded only the journal knows. */
#ifdef UNDOES_RETRY
#define IS_BELIEVED(lacks) true
#else
#define IS_BELIEVED(lacks) (lacks == 0)
#endif

/* The sink has a report on disk that lacks so many sections. */
inline takeReport(a, lacks) {
    if
    :: stage[a] == CLOSED && !IS_BELIEVED(lacks) -> discard(a)
    :: stage[a] == CLOSED && IS_BELIEVED(lacks) -> NOTE_REPORTED(a); reported[a] = 1 + lacks
    :: stage[a] != CLOSED && stage[a] != SETTLING && !IS_CURRENT(a, lacks) -> discard(a); reopen(a)
    :: stage[a] == SETTLING || (stage[a] != CLOSED && IS_CURRENT(a, lacks)) ->
        NOTE_REPORTED(a);
        reported[a] = 1 + lacks;
        stage[a] = SETTLING;
        x = 2 * a;
        do
        :: x < 2 * a + 2 ->
            if :: section[x] != GIVEN_UP -> section[x] = HELD; holder[x] = NOBODY :: else fi;
            x++
        :: else -> break
        od;
        x = 0
    fi
}

/* `mask`: for each article bit 0 held, 1 reported, 2 and 3 its sections received, or how many its report lacks. */
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
        :: stage[i] == CLOSED && ((mask >> (4 * i)) & 1) -> discard(i)
        :: else
        fi;
        if
        :: (mask >> (4 * i + 1)) & 1 -> takeReport(i, ((mask >> (4 * i + 2)) & 3))
        :: else
        fi;
        i++
    :: else -> break
    od;
    i = 0
}

inline store(a) { if :: journal[a] == UNKNOWN -> journal[a] = WAITING :: else fi }

/* At the end. Where nothing is mended what is partial stays so. */
#ifdef POISON
#define IS_SETTLED(a) (onDisk[a] && (journal[a] == DONE || journal[a] == PARTIAL && MAY_BE_PARTIAL(a)))
#else
#define IS_SETTLED(a) (onDisk[a] && journal[a] == DONE)
#endif

#ifdef ONE_ARTICLE
#define STORE store(0)
#define IS_STORED (journal[0] != UNKNOWN)
#define IS_DONE IS_SETTLED(0)
#else
#define STORE store(0); store(1)
#define IS_STORED (journal[0] != UNKNOWN && journal[1] != UNKNOWN)
#define IS_DONE (IS_SETTLED(0) && IS_SETTLED(1))
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

/* The journal answers in order: what it has noted comes before what was tried again since. */
#define MAY_LOAD(a) (stage[a] == CLOSED && journal[a] == WAITING && noted[a] == 0)

inline load(a) { if :: MAY_LOAD(a) -> stage[a] = LOADED :: else fi }

inline openAtSink(a) {
    stage[a] = OPENING;
    tellSink(OPEN, a + 2 * (keeps[a] && IS_SETTLED_BY_MODEL(a)));
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

/* What is settled already stays as it is. */
inline settle(a) {
    if
    :: reported[a] != 0 && journal[a] == WAITING ->
        assert(onDisk[a] && IS_BY_MODEL(a));
        if
        :: reported[a] == 1 -> assert(reportHas[a] == WHOLE); journal[a] = DONE
        :: else -> assert(MAY_BE_PARTIAL(a)); journal[a] = PARTIAL
        fi;
        NOTE_SETTLED_MODEL(a)
    :: else
    fi;
    noted[a] = reported[a];
    reported[a] = 0
}

/* Then the sink may forget it. What was settled by a report of before it was loaded is with the sink once more. */
inline settled(a) {
    if
    :: noted[a] != 0 ->
        noted[a] = 0;
#ifndef NOTES_TWICE
        reported[a] = 0;
#endif
        tellSink(SETTLED, a);
        if :: stage[a] != CLOSED && stage[a] != SETTLING -> discard(a) :: else fi;
        stage[a] = CLOSED;
        x = 2 * a;
        do
        :: x < 2 * a + 2 -> section[x] = WAITS; holder[x] = NOBODY; attempts[x] = 0; x++
        :: else -> break
        od;
        x = 0
    :: else
    fi
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
    :: fromWorker[w]?FAILED,s ->
        if :: section[s] == LEASED && holder[s] == w -> handOutAgain(s, true) :: else fi
    fi;
    s = 0; mask = 0
}

/* Another process in its place, which knows what is in the journal. */
inline startProducer() {
    i = 0;
    do
    :: i < ARTICLES -> stage[i] = CLOSED; reported[i] = 0; noted[i] = 0; discards[i] = 0; i++
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

active proctype Producer() {
    byte a, s, w, mask;
end:
    do
    /* Submissions: on disk, as one group, then answered. */
    :: atomic { (!isAccepted && !isCommitted) -> commit() }
    :: atomic { isCommitted -> accept() }
    /* Loading and opening. */
    :: atomic { MAY_LOAD(0) || MAY_LOAD(1) -> load(0); load(1) }
    :: atomic { isSynced && stage[0] == LOADED && discards[0] == 0 -> openAtSink(0) }
    :: atomic { isSynced && stage[1] == LOADED && discards[1] == 0 -> openAtSink(1) }
    /* Handing out. */
    :: atomic { isSynced && FIRST != NOBODY && hasWorker[0] && credit[0] -> s = FIRST; handOut(s, 0); s = 0 }
    :: atomic { isSynced && FIRST != NOBODY && hasWorker[1] && credit[1] -> s = FIRST; handOut(s, 1); s = 0 }
    /* The sink. */
    :: atomic {
        nempty(fromSink) ->
        if
        :: fromSink?HELLO,s -> hasSink = true; isSynced = false; sinkLife = s;
            discards[0] = 0; discards[1] = 0;
            assert(nfull(toSink)); toSink!WELCOME,0
        :: fromSink?HOLDING,mask ->
            if :: hasSink && !isSynced -> synchronise(mask) :: else fi
        :: fromSink?OPENED,a ->
            if
            :: isSynced && discards[a] == 0 && stage[a] == OPENING ->
                stage[a] = OPENED_;
                if :: section[2 * a] == WAITS -> section[2 * a] = PENDING :: else fi;
                if :: section[2 * a + 1] == WAITS -> section[2 * a + 1] = PENDING :: else fi
            :: else
            fi
        :: fromSink?RECEIVED,s ->
            if
            :: isSynced && discards[ARTICLE(s)] == 0 && stage[ARTICLE(s)] != CLOSED && stage[ARTICLE(s)] != SETTLING ->
#ifdef SETTLES_EARLY
                reported[ARTICLE(s)] = 1;
#endif
                section[s] = HELD; holder[s] = NOBODY
            :: else
            fi
        :: fromSink?REPORTED,s -> /* bit 0: the article; then how many sections its report lacks */
            a = s & 1;
            if :: isSynced && discards[a] == 0 -> takeReport(a, (s >> 1)) :: else fi
        :: fromSink?DISCARDED,a -> if :: isSynced -> discards[a]-- :: else fi
        fi;
        a = 0; s = 0; mask = 0
       }
    /* Settling: the journal first, then the sink may forget. */
    :: atomic { (reported[0] != 0 || reported[1] != 0) && noted[0] == 0 && noted[1] == 0 -> settle(0); settle(1) }
    :: atomic { noted[0] != 0 || noted[1] != 0 -> settled(0); settled(1) }
    /* The workers. */
    :: atomic { nempty(fromWorker[0]) -> hear(0) }
    :: atomic { nempty(fromWorker[1]) -> hear(1) }
    od;

}
