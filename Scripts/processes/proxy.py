"""TCP connections through a place where they can be disturbed as networks disturb them."""

import asyncio
import random
import socket
import struct
import threading


def free_ports(count):
    """Ports of loopback that nobody listens on, none of those that the system gives to whoever connects: where processes are
    killed and start anew, one that comes back would find its port taken, be it by a connection to itself."""
    with open("/proc/sys/net/ipv4/ip_local_port_range", encoding="ascii") as file:
        lowest = int(file.read().split()[0])
    ports = []
    for port in random.sample(range(10_000, max(12_000, min(lowest, 32_768))), 2000):
        with socket.socket() as tried:
            try:
                tried.bind(("127.0.0.1", port))
            except OSError:
                continue
        ports.append(port)
        if len(ports) == count:
            return ports
    raise OSError("no free port on loopback")


class Link:
    """One address that leads to another. Its methods belong to the proxy's thread; `Proxy.disturb` calls them."""

    def __init__(self, name, port, target):
        self.name, self.port, self.target = name, port, target
        self.writers = set()
        self.delay = 0.0
        self.refuses = False
        self.drops = [False, False]
        self.has_dropped = False
        self.flows = [asyncio.Event(), asyncio.Event()]
        for flow in self.flows:
            flow.set()

    async def accept(self, reader, writer):
        if self.refuses:
            return self.abort(writer)
        self.writers.add(writer)
        try:
            there, back = await asyncio.open_connection("127.0.0.1", self.target)
        except OSError:
            self.writers.discard(writer)
            return self.abort(writer)
        self.writers.add(back)
        await asyncio.gather(self.pump(reader, back, 0), self.pump(there, writer, 1))
        for each in (writer, back):
            self.writers.discard(each)
            each.close()

    async def pump(self, reader, writer, way):
        try:
            while data := await reader.read(1 << 16):
                await self.flows[way].wait()
                if self.drops[way]:
                    self.has_dropped = True
                    continue
                if self.delay:
                    await asyncio.sleep(self.delay)
                writer.write(data)
                await writer.drain()
            writer.write_eof()
        except (OSError, RuntimeError):
            # One end is gone: so is the other.
            writer.transport.abort()

    @staticmethod
    def abort(writer):
        """Ends a connection as a crash of the other host would: with a reset."""
        connection = writer.get_extra_info("socket")
        if connection is not None:
            try:
                connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            except OSError:
                pass
        writer.transport.abort()

    def cut(self):
        for writer in list(self.writers):
            self.abort(writer)

    def refuse(self):
        self.refuses = True
        self.cut()

    def slow_down(self, seconds):
        self.delay = seconds

    def hold(self, ways):
        """Nothing goes through, and nothing is lost: the sender's buffers fill up."""
        for way in ways:
            self.flows[way].clear()

    def drop(self, ways):
        """What is sent disappears; the connection does not survive it."""
        for way in ways:
            self.drops[way] = True

    def half_close(self, index):
        writers = sorted(self.writers, key=id)
        if writers:
            try:
                writers[index % len(writers)].write_eof()
            except (OSError, RuntimeError):
                pass

    def heal(self):
        if self.has_dropped:
            self.cut()
        self.delay, self.refuses, self.drops, self.has_dropped = 0.0, False, [False, False], False
        for flow in self.flows:
            flow.set()


class Proxy:
    """All links, on a thread of their own."""

    def __init__(self):
        self.loop = asyncio.new_event_loop()
        self.links = {}
        self.thread = threading.Thread(target=self.loop.run_forever, name="proxy", daemon=True)
        self.thread.start()

    def add(self, name, port, target):
        async def listen():
            link = Link(name, port, target)
            await asyncio.start_server(link.accept, "127.0.0.1", port)
            self.links[name] = link

        asyncio.run_coroutine_threadsafe(listen(), self.loop).result(10)

    def disturb(self, name, how, *arguments):
        done = threading.Event()

        def call():
            getattr(self.links[name], how)(*arguments)
            done.set()

        self.loop.call_soon_threadsafe(call)
        done.wait(10)

    def heal(self):
        for name in list(self.links):
            self.disturb(name, "heal")


def random_disturbance(chance: random.Random):
    """A way to disturb a link: its name, the arguments, and whether it lasts until it is healed."""
    ways = chance.choice(((0,), (1,), (0, 1)))
    return chance.choice(
        (
            ("cut", (), False),
            ("refuse", (), True),
            ("slow_down", (chance.choice((0.005, 0.05, 0.3)),), True),
            ("hold", (ways,), True),
            ("drop", (ways,), True),
            ("half_close", (chance.randrange(64),), False),
        )
    )
