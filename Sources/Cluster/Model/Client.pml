/* ---- A client that is not content ---- */

#ifdef FAILS
inline submitAgain() {
    isToBeWhole = isToBeWhole || !isFailing;
    journal[0] = WAITING
}

active proctype Client() {
    bool triesInVain = true;
    bool submits = true;
end:
    do
    /* What a worker fails of is mended. */
    :: atomic { isFailing -> isFailing = false }
    /* `retry`: once while it fails still, and then until it is whole. */
    :: atomic { journal[0] == PARTIAL && isFailing && triesInVain -> triesInVain = false; keeps[0] = false; submitAgain() }
    :: atomic { journal[0] == PARTIAL && !isFailing -> keeps[0] = false; submitAgain() }
    /* The article is submitted again: also because somebody has removed its report, when all was quiet. */
    :: atomic {
        submits && (journal[0] == DONE || journal[0] == PARTIAL) ->
        submits = false;
        keeps[0] = (journal[0] == DONE && IS_SETTLED_BY_MODEL(0));
        if
        :: stage[0] == CLOSED && reported[0] == 0 && noted[0] == 0 && gathered[0] == ABSENT && empty(fromSink) ->
            onDisk[0] = false; reportHas[0] = 0
        :: true
        fi;
        submitAgain()
       }
    od
}

#endif
