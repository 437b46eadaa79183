"""A line with delay: a small TCP relay that holds back every piece of data for a while, in both directions."""

import asyncio
import threading
from contextlib import contextmanager, suppress


@contextmanager
def delayed(port, seconds):
    """Relay a free port to `port` on this machine; each direction takes `seconds` longer. Yields the new port."""
    loop, ready = asyncio.new_event_loop(), threading.Event()
    opened = {}

    async def serve():
        server = await asyncio.start_server(lambda *ends: _relay(ends, port, seconds), "127.0.0.1", 0)
        opened["port"] = server.sockets[0].getsockname()[1]
        ready.set()

    def run():
        asyncio.set_event_loop(loop)
        loop.run_until_complete(serve())
        loop.run_forever()
        open_lines = asyncio.all_tasks(loop)
        for line in open_lines:
            line.cancel()
        loop.run_until_complete(asyncio.gather(*open_lines, return_exceptions=True))
        loop.close()

    thread = threading.Thread(target=run)
    thread.start()
    ready.wait()
    try:
        yield opened["port"]
    finally:
        loop.call_soon_threadsafe(loop.stop)
        thread.join()


async def _relay(near, port, seconds):
    # At the end open lines are cancelled, which asyncio's server would report as an error.
    with suppress(asyncio.CancelledError):
        far = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(_later(near[0], far[1], seconds), _later(far[0], near[1], seconds))


async def _later(reader, writer, seconds):
    """Pass on what is read, each piece `seconds` after it came: what follows does not wait for what went before."""
    line, clock = asyncio.Queue(), asyncio.get_running_loop().time

    async def put():
        while data := await reader.read(1 << 16):
            line.put_nowait((clock() + seconds, data))
        line.put_nowait((clock() + seconds, b""))

    async def take():
        while True:
            due, data = await line.get()
            await asyncio.sleep(max(0, due - clock()))
            if not data:
                return writer.close()
            writer.write(data)

    try:
        await asyncio.gather(put(), take())
    except OSError:
        writer.close()
