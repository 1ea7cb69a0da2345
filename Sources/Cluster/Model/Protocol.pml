/*
 * The protocol of the cluster for spin: what producer, sink and workers remember, what they tell each other, and what is
 * on disk, with two workers, two articles of two sections each, one crash of each role, and one break of each kind of
 * link. `Scripts/check-model` runs it.
 *
 * A file for each role, and one for the faults. The names are those of the state machines in the folders beside this one.
 * Left out: time (what happens after a while may happen at any moment here), batching, credit of more than one section,
 * and cancelling. A link's session is modelled by what it promises (Documentation/Protocol.md): messages arrive in order,
 * or both sides learn that the link is broken and the one that connects says hello anew.
 *
 * Safety is asserted. Progress: no history is infinite (there are no cycles: -DNP), and each ends with both articles
 * settled. That is more than progress under fairness.
 *
 * With ONE_ARTICLE there is one of two sections, with ONE_WORKER one of the workers. With POISON, section 0 kills each
 * worker that takes it. With FAILS a worker may fail with section 0, until what it fails of is mended at some moment, and
 * there is a client that tries again what is partial and submits again what is settled (Client.pml). With UPDATES the
 * cluster comes back with another model, and later with the first one. With HANGS the sink hangs, is replaced by another
 * process, and wakes up with what it had at hand.
 *
 * With one of these defined, the model is broken, and spin must say so: ACCEPTS_EARLY, REPORTS_EARLY, SETTLES_EARLY,
 * FORGETS_RESULTS (before they are acknowledged), NO_FENCE (a sink that was replaced writes all the same). Of partial
 * reports: TAKES_PARTIAL and TAKES_ANY_MODEL (for the answer to an article that is submitted again), LOSES_WHOLE (to one
 * that lacks a section), UNDOES_RETRY (the producer believes that a report which lacks sections is of now), SETTLES_OLD
 * (also where it knows better), NOTES_TWICE (what is said again while the journal notes it).
 */
#define ARTICLES 2
#define SECTIONS 4 /* article a has 2a and 2a+1 */
#define WORKERS 2
#ifdef ONE_WORKER
#define RUNNING_WORKERS 1
#else
#define RUNNING_WORKERS WORKERS
#endif
#define ATTEMPTS 2
#define ARTICLE(s) ((s) / 2)
#define NOBODY 255
#define FIRST_WORKER 2 /* processes are numbered in the order of these files */

mtype = { HELLO, WELCOME, HOLDING, OPEN, OPENED, RECEIVED, REPORTED, SETTLED, DISCARD, DISCARDED, GIVE_UP, WORK, SINK, GRANT, FAILED };

/* On disk: the journal, and which sections each report has. */
mtype:state = { UNKNOWN, WAITING, PARTIAL, DONE };
mtype:state journal[ARTICLES] = UNKNOWN;
bool keeps[ARTICLES]; /* it was reported whole and is submitted again: a whole report that is there answers for it */
bool onDisk[ARTICLES];
byte reportHas[ARTICLES];
#define WHOLE 3
byte owner; /* the sink that was the last to claim the folder of reports */
bool isAccepted;

/* Which model made a report, and which one the journal has it from. */
#ifdef UPDATES
bit model; /* of whoever runs now */
bit reportModel[ARTICLES];
bit settledModel[ARTICLES];
#define NOTE_MODEL(a) reportModel[a] = model
#define NOTE_SETTLED_MODEL(a) settledModel[a] = model
#define IS_BY_MODEL(a) (reportModel[a] == model)
#define IS_SETTLED_BY_MODEL(a) (settledModel[a] == model)
#else
#define NOTE_MODEL(a) skip
#define NOTE_SETTLED_MODEL(a) skip
#define IS_BY_MODEL(a) true
#define IS_SETTLED_BY_MODEL(a) true
#endif

/* Which sections may be given up. */
#ifdef POISON
#define MAY_LACK(s) (s == 0)
#elif defined(FAILS)
bool isFailing = true;
bool isToBeWhole; /* article 0 was tried again when what had failed was mended */
#define MAY_LACK(s) (s == 0)
#else
#define MAY_LACK(s) false
#endif
#ifdef FAILS
#define MAY_BE_PARTIAL(a) (a == 0 && !isToBeWhole)
#else
#define MAY_BE_PARTIAL(a) (MAY_LACK(2 * a))
#endif

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
byte reported[ARTICLES]; /* the journal has yet to be told: how many sections its report lacks, + 1 */
byte noted[ARTICLES]; /* the same, and the journal has it; what it answers is under way */
byte discards[ARTICLES]; /* so many times the sink was told to, and has not answered */
bool hasSink, isSynced;
byte sinkLife, markedLife;
bool hasWorker[WORKERS];
bool credit[WORKERS];

/* The sink. */
mtype:sink = { ABSENT, CHECKING, GATHERING, COMPLETE, WRITTEN, SAID, FORGOTTEN };
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

#include "Producer.pml"
#include "Sink.pml"
#include "Worker.pml"
#include "Client.pml"
#include "Faults.pml"

active proctype End() {
    /* Nothing can happen any more. */
    timeout -> assert(IS_DONE);
    /* Who wrote a report is who the journal has it from. */
    assert(IS_TRUE);
    assert(gathered[0] == ABSENT && gathered[1] == ABSENT);
    assert(task[0] == 0 && task[1] == 0 && result[0] == 0 && result[1] == 0)
}
