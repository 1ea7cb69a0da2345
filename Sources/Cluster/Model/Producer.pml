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
