#define _GNU_SOURCE  // clock_gettime, SCHED_BATCH

#include "CZeroMQBenchmark.h"

#include <pthread.h>
#include <sched.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <zmq.h>

typedef struct {
    c_benchmark_pattern pattern;
    void *context;
    const char *endpoint;
    size_t size;
    int64_t count;
    int high_water_mark;
    int64_t failure;
} run;

#define FAIL(r) ((r)->failure = -__LINE__)

static const int sender_kinds[] = {ZMQ_PUSH, ZMQ_DEALER, ZMQ_ROUTER};
static const int receiver_kinds[] = {ZMQ_PULL, ZMQ_ROUTER, ZMQ_DEALER};

static void *open_socket(const run *r, int kind) {
    void *socket = zmq_socket(r->context, kind);
    if (!socket) return NULL;
    int on = 1;
    zmq_setsockopt(socket, ZMQ_SNDHWM, &r->high_water_mark, sizeof r->high_water_mark);
    zmq_setsockopt(socket, ZMQ_RCVHWM, &r->high_water_mark, sizeof r->high_water_mark);
    if (kind == ZMQ_ROUTER) zmq_setsockopt(socket, ZMQ_ROUTER_MANDATORY, &on, sizeof on);
    return socket;
}

// The DEALER speaks first, so that the ROUTER knows it.
static size_t learn_peer(run *r, void *socket, uint8_t *peer) {
    zmq_msg_t hello;
    zmq_msg_init(&hello);
    if (zmq_msg_recv(&hello, socket, 0) < 0) FAIL(r);
    size_t size = zmq_msg_size(&hello);
    memcpy(peer, zmq_msg_data(&hello), size);
    if (zmq_msg_recv(&hello, socket, 0) < 0) FAIL(r);
    zmq_msg_close(&hello);
    return size;
}

static void send_all(run *r, void *socket, const uint8_t *bytes, const uint8_t *peer, size_t peer_size, int64_t count) {
    for (int64_t i = 0; i < count && r->failure == 0; i++) {
        if (peer_size > 0 && zmq_send(socket, peer, peer_size, ZMQ_SNDMORE) < 0) FAIL(r);
        if (zmq_send(socket, bytes, r->size, 0) < 0) FAIL(r);
    }
}

static uint8_t *payload(size_t size) {
    uint8_t *bytes = malloc(size);
    memset(bytes, 'x', size);
    return bytes;
}

static void *sender(void *argument) {
    // As a DedicatedThread is scheduled: what is compared is the wrapper.
    const struct sched_param none = {0};
    (void)sched_setscheduler(0, SCHED_BATCH, &none);
    run *r = argument;
    void *socket = open_socket(r, sender_kinds[r->pattern]);
    if (!socket || zmq_connect(socket, r->endpoint) != 0) {
        FAIL(r);
        return NULL;
    }
    uint8_t peer[255];
    size_t peer_size = r->pattern == c_benchmark_router_dealer ? learn_peer(r, socket, peer) : 0;
    uint8_t *bytes = payload(r->size);
    send_all(r, socket, bytes, peer, peer_size, r->count);
    free(bytes);
    // Default linger: what is not sent yet will be.
    zmq_close(socket);
    return NULL;
}

static int64_t nanoseconds(clockid_t clock) {
    struct timespec time;
    clock_gettime(clock, &time);
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static int64_t now(void) { return nanoseconds(CLOCK_MONOTONIC); }

int64_t c_benchmark_process_time(void) { return nanoseconds(CLOCK_PROCESS_CPUTIME_ID); }

int64_t c_benchmark_thread_time(void) { return nanoseconds(CLOCK_THREAD_CPUTIME_ID); }

// When the first message was there.
static int64_t receive_all(run *r, void *socket, int64_t count) {
    int64_t start = 0;
    uint8_t peer[255];
    size_t peer_size = 0;
    zmq_msg_t name, message;
    zmq_msg_init(&name);
    zmq_msg_init(&message);
    for (int64_t received = 0; received < count && r->failure == 0; received++) {
        if (r->pattern == c_benchmark_dealer_router) {
            if (zmq_msg_recv(&name, socket, 0) < 0) FAIL(r);
            if (!zmq_msg_more(&name)) FAIL(r);
            // Whoever receives needs the name for the answer.
            peer_size = zmq_msg_size(&name);
            memcpy(peer, zmq_msg_data(&name), peer_size);
        }
        if (zmq_msg_recv(&message, socket, 0) < 0) FAIL(r);
        if (zmq_msg_more(&message)) FAIL(r);
        if (zmq_msg_size(&message) != r->size || *(uint8_t *)zmq_msg_data(&message) != 'x') FAIL(r);
        if (received == 0) start = now();
    }
    if (r->pattern == c_benchmark_dealer_router && (peer_size != 5 || peer[0] != 0)) FAIL(r);
    zmq_msg_close(&name);
    zmq_msg_close(&message);
    return start;
}

int64_t c_benchmark_run(c_benchmark_pattern pattern, const char *endpoint, size_t size, int64_t count,
                        int high_water_mark) {
    run r = {pattern, zmq_ctx_new(), endpoint, size, count, high_water_mark, 0};
    void *socket = open_socket(&r, receiver_kinds[pattern]);
    char bound[256];
    size_t bound_size = sizeof bound;
    if (!socket || zmq_bind(socket, endpoint) != 0) return FAIL(&r);
    if (zmq_getsockopt(socket, ZMQ_LAST_ENDPOINT, bound, &bound_size) != 0) return FAIL(&r);
    run s = r;
    s.endpoint = bound;
    pthread_t thread;
    if (pthread_create(&thread, NULL, sender, &s) != 0) return FAIL(&r);
    if (pattern == c_benchmark_router_dealer && zmq_send(socket, "hello", 5, 0) < 0) FAIL(&r);
    int64_t start = receive_all(&r, socket, count);
    int64_t elapsed = now() - start;
    pthread_join(thread, NULL);
    zmq_close(socket);
    zmq_ctx_term(r.context);
    return r.failure != 0 ? r.failure : s.failure != 0 ? s.failure : elapsed;
}

int64_t c_benchmark_run_in_one_thread(c_benchmark_pattern pattern, size_t size, int64_t count, int64_t batch) {
    run r = {pattern, zmq_ctx_new(), "inproc://benchmark", size, count, 0, 0};
    void *to = open_socket(&r, receiver_kinds[pattern]);
    void *from = open_socket(&r, sender_kinds[pattern]);
    if (!to || !from || zmq_bind(to, r.endpoint) != 0 || zmq_connect(from, r.endpoint) != 0) return FAIL(&r);
    uint8_t peer[255];
    size_t peer_size = 0;
    if (pattern == c_benchmark_router_dealer) {
        if (zmq_send(to, "hello", 5, 0) < 0) FAIL(&r);
        peer_size = learn_peer(&r, from, peer);
    }
    uint8_t *bytes = payload(size);
    int64_t start = c_benchmark_thread_time();
    for (int64_t left = count; left > 0 && r.failure == 0; left -= batch) {
        int64_t part = left < batch ? left : batch;
        send_all(&r, from, bytes, peer, peer_size, part);
        receive_all(&r, to, part);
    }
    int64_t elapsed = c_benchmark_thread_time() - start;
    free(bytes);
    zmq_close(from);
    zmq_close(to);
    zmq_ctx_term(r.context);
    return r.failure != 0 ? r.failure : elapsed;
}
