// Floor: ZeroMQ.
