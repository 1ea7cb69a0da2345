// What Swift needs of libzmq and Linux beyond their own headers. Functions return a value of at least zero, or the
// negated error number: errno is read before anything else can change it. Calls that a signal interrupted are made
// again here, so that EINTR never reaches Swift.
#pragma once

#include <errno.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zmq.h>

// Swift keeps a message in eight words of its own (see MessageStorage.swift).
_Static_assert(sizeof(zmq_msg_t) == 8 * sizeof(uint64_t), "zmq_msg_t has another size than Swift's Message");
_Static_assert(_Alignof(zmq_msg_t) <= _Alignof(uint64_t), "zmq_msg_t needs more alignment than Swift's Message");

enum {
    zeromq_error_terminated = ETERM,
    zeromq_error_wrong_state = EFSM,
    zeromq_error_incompatible_protocol = ENOCOMPATPROTO,
    zeromq_error_no_io_thread = EMTHREAD,
};

static inline int zeromq_message_send(void *_Nonnull message, void *_Nonnull socket, int flags) {
    for (;;) {
        int sent = zmq_msg_send((zmq_msg_t *)message, socket, flags);
        if (__builtin_expect(sent >= 0, 1)) return sent;
        if (errno != EINTR) return -errno;
    }
}

static inline int zeromq_message_receive(void *_Nonnull message, void *_Nonnull socket, int flags) {
    for (;;) {
        int received = zmq_msg_recv((zmq_msg_t *)message, socket, flags);
        if (__builtin_expect(received >= 0, 1)) return received;
        if (errno != EINTR) return -errno;
    }
}

static inline int zeromq_send_bytes(void *_Nonnull socket, const void *_Nullable bytes, size_t count, int flags) {
    for (;;) {
        int sent = zmq_send(socket, bytes, count, flags);
        if (__builtin_expect(sent >= 0, 1)) return sent;
        if (errno != EINTR) return -errno;
    }
}

static inline void zeromq_message_init(void *_Nonnull message) { zmq_msg_init((zmq_msg_t *)message); }

static inline int zeromq_message_init_size(void *_Nonnull message, size_t size) {
    return zmq_msg_init_size((zmq_msg_t *)message, size) == 0 ? 0 : -errno;
}

static inline int zeromq_message_init_data(void *_Nonnull message, const void *_Nullable data, size_t size,
                                           void (*_Nonnull release)(void *_Nullable, void *_Nullable),
                                           void *_Nonnull hint) {
    return zmq_msg_init_data((zmq_msg_t *)message, (void *)data, size, release, hint) == 0 ? 0 : -errno;
}

static inline int zeromq_message_copy(void *_Nonnull destination, void *_Nonnull source) {
    return zmq_msg_copy((zmq_msg_t *)destination, (zmq_msg_t *)source) == 0 ? 0 : -errno;
}

static inline void zeromq_message_close(void *_Nonnull message) { zmq_msg_close((zmq_msg_t *)message); }

static inline void *_Nullable zeromq_message_data(const void *_Nonnull message) {
    return zmq_msg_data((zmq_msg_t *)message);
}

static inline size_t zeromq_message_size(const void *_Nonnull message) {
    return zmq_msg_size((const zmq_msg_t *)message);
}

static inline int zeromq_message_more(const void *_Nonnull message) {
    return zmq_msg_more((const zmq_msg_t *)message);
}

static inline const char *_Nullable zeromq_message_property(const void *_Nonnull message, const char *_Nonnull name) {
    return zmq_msg_gets((const zmq_msg_t *)message, name);
}

static inline int zeromq_socket_set(void *_Nonnull socket, int option, const void *_Nullable value, size_t size) {
    for (;;) {
        if (zmq_setsockopt(socket, option, value, size) == 0) return 0;
        if (errno != EINTR) return -errno;
    }
}

static inline int zeromq_socket_get(void *_Nonnull socket, int option, void *_Nonnull value, size_t *_Nonnull size) {
    for (;;) {
        if (zmq_getsockopt(socket, option, value, size) == 0) return 0;
        if (errno != EINTR) return -errno;
    }
}

static inline int zeromq_socket_bind(void *_Nonnull socket, const char *_Nonnull endpoint) {
    return zmq_bind(socket, endpoint) == 0 ? 0 : -errno;
}

static inline int zeromq_socket_unbind(void *_Nonnull socket, const char *_Nonnull endpoint) {
    return zmq_unbind(socket, endpoint) == 0 ? 0 : -errno;
}

static inline int zeromq_socket_connect(void *_Nonnull socket, const char *_Nonnull endpoint) {
    return zmq_connect(socket, endpoint) == 0 ? 0 : -errno;
}

static inline int zeromq_socket_disconnect(void *_Nonnull socket, const char *_Nonnull endpoint) {
    return zmq_disconnect(socket, endpoint) == 0 ? 0 : -errno;
}

static inline int zeromq_socket_monitor(void *_Nonnull socket, const char *_Nullable endpoint, int events) {
    return zmq_socket_monitor(socket, endpoint, events) == 0 ? 0 : -errno;
}

static inline int zeromq_context_set(void *_Nonnull context, int option, int value) {
    return zmq_ctx_set(context, option, value) == 0 ? 0 : -errno;
}

// Waits until every socket of the context is closed and has lingered as long as it may.
static inline void zeromq_context_terminate(void *_Nonnull context) {
    while (zmq_ctx_term(context) != 0 && errno == EINTR) {
    }
}

// EINTR is for the caller here, who knows how much of the time is left.
static inline int zeromq_poll(zmq_pollitem_t *_Nullable items, int count, long milliseconds) {
    int ready = zmq_poll(items, count, milliseconds);
    return ready >= 0 ? ready : -errno;
}

static inline int zeromq_eventfd(void) {
    int descriptor = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    return descriptor >= 0 ? descriptor : -errno;
}

static inline int zeromq_eventfd_signal(int descriptor) {
    uint64_t one = 1;
    while (write(descriptor, &one, sizeof one) < 0) {
        if (errno == EAGAIN) return 0;  // the counter is full: it is signalled more than enough
        if (errno != EINTR) return -errno;
    }
    return 0;
}

// 1 if there was a signal, 0 if not.
static inline int zeromq_eventfd_drain(int descriptor) {
    uint64_t count;
    while (read(descriptor, &count, sizeof count) < 0) {
        if (errno == EAGAIN) return 0;
        if (errno != EINTR) return -errno;
    }
    return 1;
}

// The name that ps, top and a debugger show: the first 15 bytes of it.
static inline void zeromq_name_this_thread(const char *_Nonnull name) {
    char cut[16] = {0};
    for (int i = 0; i < 15 && name[i] != 0; i++) cut[i] = name[i];
    pthread_setname_np(pthread_self(), cut);
}

// The scheduler lets what this thread, and those it starts, are woken for wait until the processor's next turn (a few
// milliseconds where it is busy, not at all where one is idle): who computes is not interrupted for each message, and
// keeps its caches. Where the system refuses, all goes on as it was.
static inline void zeromq_schedule_this_thread_as_batch(void) {
#if defined(__linux__)
    const struct sched_param none = {0};
    // SCHED_BATCH, which glibc's header names only for those who ask for all of GNU; 0: the calling thread.
    (void)sched_setscheduler(0, 3, &none);
#endif
}

// The descriptor of the connection that a message came by; -1 for one from within this process.
static inline int zeromq_message_connection(const void *_Nonnull message) {
    return zmq_msg_get((const zmq_msg_t *)message, ZMQ_SRCFD);
}

// The kernel's number for an open socket, which no other one has; 0 for anything else.
static inline uint64_t zeromq_connection_identity(int descriptor) {
    struct stat status;
    return fstat(descriptor, &status) == 0 && S_ISSOCK(status.st_mode) ? status.st_ino : 0;
}

// How many bytes have been received by that connection, -1 where it is not there any more, or not over TCP.
static inline int64_t zeromq_connection_received(int descriptor, uint64_t identity) {
    // As linux/tcp.h has it, of which glibc's struct has but the first fields.
    struct {
        char before[128];
        uint64_t bytes_received;
    } info;
    socklen_t size = sizeof info;
    if (getsockopt(descriptor, IPPROTO_TCP, TCP_INFO, &info, &size) != 0 || size < sizeof info) return -1;
    // Afterwards: whatever the descriptor is now, it was that when it was asked, too, or the number is another.
    return zeromq_connection_identity(descriptor) == identity ? (int64_t)info.bytes_received : -1;
}

// The address of the other end as text.
static inline int zeromq_connection_peer(int descriptor, char *_Nonnull text, int size) {
    struct sockaddr_storage address;
    socklen_t length = sizeof address;
    if (getpeername(descriptor, (struct sockaddr *)&address, &length) != 0) return -errno;
    return getnameinfo((struct sockaddr *)&address, length, text, (socklen_t)size, NULL, 0, NI_NUMERICHOST) == 0
        ? 0 : -EINVAL;
}

// Ends that connection and no other: a descriptor of its own can't become another's between looking and ending. What was
// under way is dropped at both ends (RST), and nothing of it stays with the kernel.
static inline void zeromq_connection_end(int descriptor, uint64_t identity) {
    const struct linger at_once = {1, 0};
    int own = fcntl(descriptor, F_DUPFD_CLOEXEC, 0);
    if (own < 0) return;
    if (zeromq_connection_identity(own) == identity) {
        setsockopt(own, SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
        shutdown(own, SHUT_RDWR);
    }
    close(own);
}
