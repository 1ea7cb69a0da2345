/* ---- The sink ---- */

inline tellProducer(kind, what) { if :: sinkJoined -> assert(nfull(fromSink)); fromSink!kind,what :: else fi }

inline completeIfAll(a) {
    if
    :: gathered[a] == GATHERING && (has[2 * a] || isGivenUp[2 * a]) && (has[2 * a + 1] || isGivenUp[2 * a + 1]) ->
        gathered[a] = COMPLETE
    :: else
    fi
}

inline clear(a) {
    gathered[a] = ABSENT;
    has[2 * a] = false; has[2 * a + 1] = false; isGivenUp[2 * a] = false; isGivenUp[2 * a + 1] = false
}

/* A report that is being written is written all the same. */
inline forget(a) { if :: gathered[a] == COMPLETE -> gathered[a] = FORGOTTEN :: else -> clear(a) fi }
#define IS_FORGETTING (gathered[0] == FORGOTTEN || gathered[1] == FORGOTTEN)

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

#define LACKS(a) (2 - has[2 * a] - has[2 * a + 1])

/* A report that lacks sections leaves a whole one where it is. */
#ifdef LOSES_WHOLE
#define STAYS(a) false
#else
#define STAYS(a) (onDisk[a] && reportHas[a] == WHOLE && IS_BY_MODEL(a))
#endif
/* A report that need not be made again. */
#ifdef TAKES_PARTIAL
#define IS_ANSWERED(a) (onDisk[a] && IS_BY_MODEL(a))
#elif defined(TAKES_ANY_MODEL)
#define IS_ANSWERED(a) (onDisk[a] && reportHas[a] == WHOLE)
#else
#define IS_ANSWERED(a) (onDisk[a] && reportHas[a] == WHOLE && IS_BY_MODEL(a))
#endif

/* The article was reported whole and is submitted again: whether that report is there still. */
inline look(a) {
    if
    :: IS_ANSWERED(a) ->
        has[2 * a] = true; has[2 * a + 1] = true; isGivenUp[2 * a] = false; isGivenUp[2 * a + 1] = false;
        gathered[a] = SAID;
        tellProducer(REPORTED, a)
    :: else -> gathered[a] = GATHERING; tellProducer(OPENED, a); completeIfAll(a)
    fi
}

/* By the sink `who`, which has all of the article that there will be. */
inline put(a, who) {
    s = has[2 * a] | (has[2 * a + 1] << 1);
    /* Every section is in it, unless it was given up; a second report is the first one again, or lacks less. */
    assert(has[2 * a] || (isGivenUp[2 * a] && MAY_LACK(2 * a)));
    assert(has[2 * a + 1] || (isGivenUp[2 * a + 1] && MAY_LACK(2 * a + 1)));
    if
    :: s != WHOLE && STAYS(a)
    :: else ->
        assert(!onDisk[a] || !IS_BY_MODEL(a) || (reportHas[a] | s) == s);
        /* And what is settled is as the journal has it. */
        assert(IS_BY_MODEL(a) || journal[a] == WAITING);
        onDisk[a] = true; reportHas[a] = s; NOTE_MODEL(a); NOTE_WRITTEN(a, who)
    fi;
    s = 0
}

/* Another process in its place, which knows nothing. */
inline startSink() {
    clear(0); clear(1);
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
    :: owner == life && gathered[a] == FORGOTTEN -> put(a, life); clear(a)
    :: owner == life && gathered[a] != FORGOTTEN ->
        gathered[a] = WRITTEN;
#ifdef REPORTS_EARLY
        tellProducer(REPORTED, a + 2 * LACKS(a))
#else
        put(a, life)
#endif
    :: owner != life -> startSink()
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
        onDisk[a] = true; reportBy[a] = who; reportHas[a] = WHOLE
    :: else
    fi
}

#endif

inline say(a) {
    gathered[a] = SAID;
#ifdef REPORTS_EARLY
    put(a, life)
#else
    tellProducer(REPORTED, a + 2 * LACKS(a))
#endif
}

active proctype Sink() {
    byte a, s, w, l;
end:
    do
    :: atomic { sinkRejoins -> sinkRejoins = false; sinkJoined = false; isClaiming = false; assert(nfull(fromSink)); fromSink!HELLO,life }
    /* What is opened again waits for the end of what is being forgotten. */
    :: atomic {
        nempty(toSink) && !IS_FORGETTING ->
        if
        :: toSink?WELCOME,_ -> sinkJoined = true; isClaiming = true
        :: toSink?OPEN,s -> /* bit 0: the article; bit 1: a whole report that is there answers for it */
            a = s & 1;
            if
            :: sinkJoined && gathered[a] == ABSENT && (s & 2) != 0 -> gathered[a] = CHECKING
            :: sinkJoined && gathered[a] == ABSENT && (s & 2) == 0 -> gathered[a] = GATHERING; tellProducer(OPENED, a)
            :: sinkJoined && (gathered[a] == GATHERING || gathered[a] == COMPLETE || gathered[a] == WRITTEN) ->
                tellProducer(OPENED, a)
            :: sinkJoined && gathered[a] == SAID -> tellProducer(REPORTED, a + 2 * LACKS(a))
            :: else
            fi
        :: toSink?GIVE_UP,s ->
            if
            :: sinkJoined && gathered[ARTICLE(s)] == GATHERING && !has[s] ->
                isGivenUp[s] = true; a = ARTICLE(s); completeIfAll(a)
            :: sinkJoined && gathered[ARTICLE(s)] == CHECKING -> isGivenUp[s] = true
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
            :: gathered[a] == SAID -> s = s | ((2 | (LACKS(a) << 2)) << (4 * a))
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
    :: atomic { gathered[0] == CHECKING -> look(0) }
    :: atomic { gathered[1] == CHECKING -> look(1) }
    /* The report: renamed into place, then said. */
    :: atomic { gathered[0] == COMPLETE || gathered[0] == FORGOTTEN -> write(0) }
    :: atomic { gathered[1] == COMPLETE || gathered[1] == FORGOTTEN -> write(1) }
    :: atomic { gathered[0] == WRITTEN -> say(0) }
    :: atomic { gathered[1] == WRITTEN -> say(1) }
    od;

}
