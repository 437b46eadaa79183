"""Hand out the course from this folder: ``python serve.py`` to this machine, with ``--room`` to all in its network.

Nothing is fetched from anywhere.
"""

import argparse
import functools
import http.server
import socket
from pathlib import Path


class Handler(http.server.SimpleHTTPRequestHandler):
    """Hands out files, with the kinds that a browser insists on, whatever this machine takes them for."""

    extensions_map = {
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".js": "text/javascript",
        ".mjs": "text/javascript",
        ".wasm": "application/wasm",
        ".json": "application/json",
        ".css": "text/css",
    }

    def log_message(self, *_):
        """Say nothing: nobody needs to know who has read what."""


def main():
    """Read the command line and serve until Ctrl+C."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--room", action="store_true", help="also for the other machines of this network")
    parser.add_argument("--port", type=int, default=8000)
    given = parser.parse_args()
    folder = Path(__file__).resolve().parent
    address = ("" if given.room else "127.0.0.1", given.port)
    with http.server.ThreadingHTTPServer(address, functools.partial(Handler, directory=folder)) as server:
        print(f"On this machine: http://127.0.0.1:{server.server_port}/", flush=True)
        if given.room:
            print(
                f"In this room: http://{socket.gethostbyname(socket.gethostname())}:{server.server_port}/", flush=True
            )
        print("Ctrl+C ends it.", flush=True)
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            print()


if __name__ == "__main__":
    main()
