"""A Firefox without a driver program: it speaks WebDriver BiDi itself, and a page of it can do what a walk needs.

What is here has the names and ways of Playwright's pages, as far as `tools.lab.Notebook` and the walk use them.
"""

import base64
import json
import shutil
import subprocess
import tempfile
import time
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from types import SimpleNamespace

import websocket

from tools.lab import PROBE, free_port

#: Names of keys -> what WebDriver calls them.
KEYS = {
    name: chr(code)
    for name, code in {
        "Backspace": 0xE003, "Tab": 0xE004, "Enter": 0xE007, "Shift": 0xE008, "Escape": 0xE00C, "Space": 0x20,
        "PageUp": 0xE00E, "PageDown": 0xE00F, "End": 0xE010, "Home": 0xE011, "ArrowLeft": 0xE012, "ArrowUp": 0xE013,
        "ArrowRight": 0xE014, "ArrowDown": 0xE015, "Delete": 0xE017,
    }.items()
}  # fmt: skip
#: Settings of a profile: nothing is asked of the network, and nothing is shown of Firefox itself.
QUIET = {
    "app.normandy.enabled": False,
    "app.update.enabled": False,
    "browser.aboutwelcome.enabled": False,
    "browser.safebrowsing.downloads.enabled": False,
    "browser.safebrowsing.malware.enabled": False,
    "browser.safebrowsing.phishing.enabled": False,
    "browser.shell.checkDefaultBrowser": False,
    "browser.startup.homepage_override.mstone": "ignore",
    "browser.startup.page": 0,
    "datareporting.policy.dataSubmissionEnabled": False,
    "extensions.getAddons.cache.enabled": False,
    "media.gmp-manager.updateEnabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
    "network.proxy.no_proxies_on": "127.0.0.1",
    "network.proxy.socks": "127.0.0.1",
    "network.proxy.socks_port": 9,
    "network.proxy.type": 1,
    "remote.prefs.recommended": True,
    "services.settings.server": "data:,#remote-settings-dummy/v1",
    "toolkit.telemetry.enabled": False,
    "webgl.force-enabled": True,
}


def firefox():
    """Return the path of a Firefox, or None."""
    return next((path for name in ("firefox-esr", "firefox") if (path := shutil.which(name))), None)


class Session:
    """One conversation with a browser."""

    def __init__(self, address):
        self._socket = websocket.create_connection(address, timeout=120, suppress_origin=True)
        self._ids, self.listeners = count(1), []

    def send(self, method, **params):
        """Send a command and return its result; events that come meanwhile go to the listeners."""
        number = next(self._ids)
        self._socket.send(json.dumps({"id": number, "method": method, "params": params}))
        while True:
            message = json.loads(self._socket.recv())
            if message.get("id") == number:
                if message["type"] == "error":
                    raise RuntimeError(f"{method}: {message['error']}: {message['message']}")
                return message["result"]
            for listener in list(self.listeners):
                listener(message)

    def close(self):
        """Hang up."""
        self._socket.close()


@contextmanager
def running_firefox(*, reduced_motion=False, forced_colors="none", **_):
    """Run a Firefox with a profile of its own; yields a `Session`."""
    port = free_port()
    prefs = {**QUIET, "ui.prefersReducedMotion": int(reduced_motion)}
    if forced_colors == "active":
        prefs |= {"browser.display.document_color_use": 2, "ui.useAccessibilityTheme": 1}
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in prefs.items())
        Path(home, "user.js").write_text("\n".join(lines), encoding="utf-8")
        command = [firefox(), "--headless", "--no-remote", "--profile", home, f"--remote-debugging-port={port}"]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            session = _connected(port, process)
            session.send(
                "session.new", capabilities={"alwaysMatch": {"unhandledPromptBehavior": {"default": "accept"}}}
            )
            session.send("session.subscribe", events=["log.entryAdded"])
            yield session
            session.close()
        finally:
            process.terminate()
            process.wait(30)


def _connected(port, process, seconds=90):
    """Return a `Session` with a Firefox that is starting."""
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline and process.poll() is None:
        try:
            return Session(f"ws://127.0.0.1:{port}/session")
        except (OSError, websocket.WebSocketException):
            time.sleep(0.3)
    raise RuntimeError("Firefox did not start.")


class Page:
    """A page of Firefox, in a fresh container; it carries probe.js."""

    def __init__(self, session, *, width=1280, height=1000, has_touch=False, **_):
        self._session = session
        self._user = session.send("browser.createUserContext")["userContext"]
        self._tab = session.send("browsingContext.create", type="tab", userContext=self._user)["context"]
        self._heard = {"pageerror": [], "console": []}
        session.listeners.append(self._hear)
        session.send("script.addPreloadScript", functionDeclaration=f"() => {{ {PROBE} }}", contexts=[self._tab])
        self.set_viewport_size({"width": width, "height": height})
        self.mouse, self.keyboard, self.touchscreen = _Mouse(self), _Keyboard(self), _Finger(self)
        self.context = SimpleNamespace(close=self.close)

    def _hear(self, message):
        params = message.get("params", {})
        if message.get("method") != "log.entryAdded" or params["source"].get("context") != self._tab:
            return
        if params["type"] == "javascript":
            for listener in self._heard["pageerror"] if params["level"] == "error" else ():
                listener(params["text"])
        else:
            for listener in self._heard["console"]:
                listener(SimpleNamespace(type=params["level"], text=params["text"] or ""))

    def on(self, event, listener):
        """Hear of ``pageerror`` or ``console``."""
        self._heard[event].append(listener)

    def goto(self, address):
        """Go to an address and wait until the page is loaded."""
        self._session.send("browsingContext.navigate", context=self._tab, url=address, wait="complete")

    def evaluate(self, script, arg=None):
        """Return the value of a script, or what a function in it returns of `arg`; it must fit into JSON."""
        # A script may begin and end with a comment.
        whole = json.dumps("(\n" + script.strip().rstrip(";") + "\n)")
        body = f"""async (given) => {{
            const found = (0, eval)({whole});
            const made = await (typeof found === 'function' ? found(JSON.parse(given)) : found);
            return JSON.stringify(made === undefined || typeof made === 'function' ? null : made); }}"""
        answer = self._session.send(
            "script.callFunction",
            functionDeclaration=body,
            awaitPromise=True,
            target={"context": self._tab},
            arguments=[{"type": "string", "value": json.dumps(arg)}],
            userActivation=True,
        )
        if answer["type"] == "exception":
            raise RuntimeError(answer["exceptionDetails"]["text"])
        value = answer["result"].get("value")
        return None if value is None else json.loads(value)

    def wait_for_function(self, script, *, timeout=60_000):
        """Wait until a script returns something true."""
        deadline = time.monotonic() + timeout / 1000
        while time.monotonic() < deadline:
            if self.evaluate(
                f"async () => {{ const it = ({script}\n); return Boolean(typeof it === 'function'"
                " ? await it() : await it); }"
            ):
                return
            time.sleep(0.2)
        raise TimeoutError(f"Not in {timeout} ms: {script[:200]}")

    def wait_for_selector(self, selector, *, timeout=60_000):
        """Wait until something in sight matches."""
        self.wait_for_function(
            f"Boolean(document.querySelector({json.dumps(selector)})?.checkVisibility())", timeout=timeout
        )

    def wait_for_timeout(self, ms):
        """Wait."""
        time.sleep(ms / 1000)

    def set_viewport_size(self, size):
        """Give the window a size."""
        self._session.send("browsingContext.setViewport", context=self._tab, viewport=size)

    def screenshot(self, *, clip):
        """Return what is painted in a part of the window, as PNG."""
        taken = self._session.send("browsingContext.captureScreenshot", context=self._tab, clip={"type": "box", **clip})
        return base64.b64decode(taken["data"])

    def act(self, source):
        """Perform actions of one device."""
        self._session.send("input.performActions", context=self._tab, actions=[source])

    def close(self):
        """Close the page and forget its profile."""
        self._session.listeners.remove(self._hear)
        self._session.send("browser.removeUserContext", userContext=self._user)


class _Mouse:
    """The mouse of a page."""

    def __init__(self, page, kind="mouse"):
        self._page, self._kind, self._place = page, kind, (0, 0)

    def do(self, *actions):
        """Do what a pointer can."""
        source = {"type": "pointer", "id": self._kind, "parameters": {"pointerType": self._kind}}
        self._page.act({**source, "actions": list(actions)})

    def way(self, x, y, steps=1):
        """Return the moves that lead to a point."""
        (left, top), self._place = self._place, (x, y)
        shares = [(step + 1) / steps for step in range(steps)]
        places = [(left + share * (x - left), top + share * (y - top)) for share in shares]
        return [{"type": "pointerMove", "x": round(a), "y": round(b), "duration": 16} for a, b in places]

    def move(self, x, y, steps=1):
        """Go to a point."""
        self.do(*self.way(x, y, steps))

    def down(self):
        """Press."""
        self.do({"type": "pointerDown", "button": 0})

    def up(self):
        """Let go."""
        self.do({"type": "pointerUp", "button": 0})

    def click(self, x, y):
        """Go to a point, press and let go."""
        self.do(*self.way(x, y), {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0})


class _Finger(_Mouse):
    """A finger on a page."""

    def __init__(self, page):
        super().__init__(page, "touch")

    def tap(self, x, y):
        """Tap a point."""
        self.click(x, y)


class _Keyboard:
    """The keys of a page."""

    def __init__(self, page):
        self._page = page

    def _do(self, letters):
        actions = [{"type": kind, "value": one} for one in letters for kind in ("keyDown", "keyUp")]
        self._page.act({"type": "key", "id": "keys", "actions": actions})

    def press(self, key):
        """Press a key, by its name."""
        self._do([KEYS.get(key, key)])

    def type(self, text):
        """Type some words."""
        self._do(text)
