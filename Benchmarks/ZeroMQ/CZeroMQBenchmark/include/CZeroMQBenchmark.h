// The loops of the benchmark in C: what the Swift loops are measured against.
#pragma once

#include <stddef.h>
#include <stdint.h>

typedef enum {
    c_benchmark_push_pull,
    c_benchmark_dealer_router,
    c_benchmark_router_dealer,
} c_benchmark_pattern;

// Sends `count` messages of `size` bytes from one thread to another.
//
// Returns the nanoseconds from the arrival of the first to that of the last, or a negated line number of loops.c if a
// call failed or a message arrived changed.
int64_t c_benchmark_run(c_benchmark_pattern pattern, const char *endpoint, size_t size, int64_t count,
                        int high_water_mark);

// Sends and receives over inproc in one thread, `batch` messages at a time: no other thread's pace in it, so that the
// cost of the calls themselves shows.
//
// Returns the thread's nanoseconds on a processor, or a negated line number as above.
int64_t c_benchmark_run_in_one_thread(c_benchmark_pattern pattern, size_t size, int64_t count, int64_t batch);

// The nanoseconds that the calling thread has had a processor.
int64_t c_benchmark_thread_time(void);

// The nanoseconds that all threads of this process, libzmq's too, have had processors.
int64_t c_benchmark_process_time(void);
