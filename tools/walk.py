"""Walk at random through the course in a real browser, as a reader might, and compare page and Python at each step.

python -m tools.walk [--moves 2000] [--seed 1] [--host lab] [--browser chromium] [--profile desk] [--notebook 05 ...]

A walk can be taken again: the same seed, notebook, host and profile make the same moves. What is found is said with the
moves that led there.
"""

import argparse
import io
import json
import random
import sys
import time
from collections import deque

from PIL import Image

from tools.moves import Moves

#: How many moves a fault is told with.
TOLD = 20
#: How large a share of the pixels of a picture has at least another colour than the commonest.
INK = 0.002
#: How often a picture is compared with its figure, node by node, in a hundred moves.
CLOSELY = 15
#: After how many faults a notebook is left.
MOST = 5
#: How often a walk stays at its explorer, in a hundred moves.
STAYS = 80
#: What no reader should read.
_BROKEN = ("went wrong", "does not answer", "could not be loaded", "Traceback")


class Fault(AssertionError):
    """Something that a reader would have met, and how he got there."""


class Walk:
    """A random walk through the explorers of one notebook.

    Parameters
    ----------
    door : tools.doors.JupyterDoor
        Or another one with the same methods.
    seed : int
    name : str
        Of the notebook, for what is told.
    finger : bool
        Whether the reader has a finger instead of a mouse.
    wide : iterable of int
        Widths of the window to choose from, in px.
    """

    def __init__(self, door, *, seed, name, finger=False, wide=(1280, 1024, 700, 390, 1920)):
        self.door, self.page, self.seed, self.name, self.wide = door, door.page, seed, name, wide
        self.dice = random.Random(f"{seed} {name}")
        self.moves = Moves(door, self.dice, finger=finger)
        self.count, self.title, self.done, self.kinds = 0, "", deque(maxlen=TOLD), {}
        self.told = door.told()

    def go(self, moves):
        """Make so many moves; a `Fault` says what went wrong at one of them."""
        for _ in range(moves):
            self.step()

    def step(self):
        """Make one move, and look."""
        self.count += 1
        shown = self.page.evaluate("spineWalk.shown()")
        titles = sorted(shown)
        if self.title not in titles or self.dice.randrange(100) >= STAYS:
            self.title = self.dice.choice(titles)
        before = shown[self.title]
        said, wanted = self.move()
        self.done.append(f"{self.count}. {self.title}: {said}")
        self.door.rest(60)
        closely = self.dice.randrange(100) < CLOSELY
        faults = self.look(before, wanted, closely)
        # A machine that others use, too, is late now and then.
        for _ in range(3):
            if not faults:
                return
            self.door.rest(700)
            faults = self.look(before, wanted, closely)
        raise Fault(self.tell(faults))

    def move(self):
        """Do something to the explorer: return what it was, in words, and what it must have set."""
        if self.dice.randrange(100) < 3:
            width = self.dice.choice(self.wide)
            self.page.set_viewport_size({"width": width, "height": 1000 if width > 500 else 844})
            self.count_kind("width")
            return f"the window is {width} px wide", None
        kind, said, wanted = self.moves.one(self.title, self.told.get(self.title, [{}])[0])
        self.count_kind(kind)
        return said, wanted

    def count_kind(self, kind):
        """Count a move."""
        self.kinds[kind] = self.kinds.get(kind, 0) + 1

    # What there is to see --------------------------------------------------------------------------------------------

    def look(self, before, wanted, closely):
        """Return all that is wrong now, in words."""
        shown, self.told = self.page.evaluate("spineWalk.shown()"), self.door.told()
        faults = [f"{where}: {fault}" for where, one in shown.items() for fault in self.apart(where, one)]
        faults += self.door.trouble()
        faults += [] if faults else [*self.taken(shown.get(self.title), before, wanted)]
        faults += [] if faults else [*self.painted(shown.get(self.title), closely)]
        return faults

    def apart(self, title, one):
        """Return how what the page shows of an explorer differs from what Python has; of two, from the nearer one."""
        found = (list(differences(one, told, self.door.same)) for told in self.told.get(title, []))
        return min(found, key=len, default=["no Python"])

    def taken(self, shown, before, wanted):
        """Yield whether what a hand has set is neither set nor refused in words."""
        if not wanted or not shown or (shown["run"] or {}).get("plays"):
            return
        label, value = wanted
        now = self.told[self.title][0]["controls"].get(label)
        if now is None or now["rests"] or shown["phase"] == "asked" or shown["alarms"]:
            return
        near = (
            abs(now["number"] - value) <= now["span"][2] * 0.51 if isinstance(value, float) else now["value"] == value
        )
        if not near:
            was = before["controls"].get(label, {}).get("value")
            yield f"{self.title}: {label} was {was}, was set to {value}, and is {now['value']}; nothing says why"

    def painted(self, shown, closely):
        """Yield whether a picture is blank, or is not the picture of its figure."""
        if not shown or shown["bare"]:
            return
        box = self.page.evaluate("title => spineWalk.picture(title)", self.title)
        high = self.page.evaluate("[innerWidth, innerHeight]")
        clip = {"x": max(0, box["x"]), "y": max(0, box["y"])}
        clip["width"] = min(box["x"] + box["width"], high[0]) - clip["x"]
        clip["height"] = min(box["y"] + box["height"], high[1]) - clip["y"]
        if clip["width"] < 20 or clip["height"] < 20:
            yield f"{self.title}: the picture is out of sight: {box}"
            return
        if (found := ink(self.page.screenshot(clip=clip))) < INK:
            yield f"{self.title}: the picture is blank: {found:.2%} of it has another colour than the rest"
        if closely and not shown["run"]:
            self.door.rest(700)
            figure = self.door.figure(self.title)
            wrong = figure and self.page.evaluate("given => spineWalk.differs(given)", [self.title, figure])
            if wrong:
                yield f"{self.title}: the picture is not what Python would draw: {wrong}"

    def tell(self, faults):
        """Return a fault, how to get there again, and the last moves."""
        last = "\n  ".join(self.done)
        found = "\n  ".join(faults[:8])
        return f"seed {self.seed}, {self.name}, move {self.count}:\n  {found}\nThe last moves:\n  {last}"


def differences(shown, told, same):
    """Yield how what a page shows differs from what Python has, in words; a run that goes on is ahead of Python."""
    if shown["run"] and shown["run"]["plays"]:
        return
    if bool(shown["run"]) != bool(told["run"]):
        yield f"the page has the run {shown['run']}, Python {told['run']}"
        return
    sentence = told["run"]["sentence"] if told["run"] else told["sentence"]
    if told["run"] and told["run"]["at"] != shown["run"]["at"]:
        yield f"the run is at {shown['run']['at']}, in Python at {told['run']['at']}"
    part = shown["hall"] and len(shown["sentence"]) > 20 and sentence.startswith(shown["sentence"])
    if not same(shown["sentence"], sentence) and not part:
        yield f"the sentence is {shown['sentence']!r}, in Python {sentence!r}"
    if not told["run"] and not same(shown["image"], sentence):
        yield f"the picture is described as {shown['image']!r}, in Python {sentence!r}"
    if not same(shown["strip"], told["told"].removesuffix(" · ")):
        yield f"over the picture stands {shown['strip']!r}, in Python {told['told']!r}"
    for name in ("scenario", "phase", "look"):
        if shown[name] != told[name]:
            yield f"{name} is {shown[name]!r}, in Python {told[name]!r}"
    for label, wanted in told["controls"].items():
        yield from different_control(label, shown["controls"].get(label), wanted)


def different_control(label, shown, wanted):
    """Yield how a control of the page differs from the state."""
    if shown is None:
        yield f"there is no control {label!r}"
        return
    if shown["value"].split() != wanted["value"].split():
        yield f"{label} is {shown['value']!r}, in Python {wanted['value']!r}"
    if shown["rests"] != wanted["rests"]:
        yield f"{label} rests: {shown['rests']}, in Python {wanted['rests']}"
    if "number" in wanted:
        if abs(float(shown["box"] or "nan") - wanted["number"]) > 1e-6 * max(1, abs(wanted["number"])):
            yield f"the box of {label} says {shown['box']}, Python has {wanted['number']}"
        if shown["most"] != wanted["most"]:
            yield f"{label} goes to {shown['most']}, in Python to {wanted['most']}"


def ink(png):
    """Return the share of the pixels of a picture that have another colour than the commonest one."""
    with Image.open(io.BytesIO(png)) as picture:
        colors = picture.convert("RGB").getcolors(picture.width * picture.height)
    total = sum(count for count, _ in colors)
    return 1 - max(count for count, _ in colors) / total


# From the command line -----------------------------------------------------------------------------------------------


def main():
    """Read the command line, walk, and return how many faults were found."""
    from tools import hosts

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--moves", type=int, default=2000, help="over all notebooks together")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--host", choices=list(hosts.HOSTS), default="lab")
    parser.add_argument("--browser", choices=["chromium", "firefox"], default="chromium")
    parser.add_argument("--profile", choices=list(hosts.PROFILES), default="desk")
    parser.add_argument("--notebook", nargs="+", default=[""], help="how their names begin; else all of them")
    wanted = parser.parse_args()
    print(f"seed {wanted.seed}", flush=True)
    faults = 0
    with hosts.HOSTS[wanted.host](wanted) as host:
        names = [name for name in host.names if name.startswith(tuple(wanted.notebook))]
        for place, name in enumerate(names):
            share = wanted.moves * (place + 1) // len(names) - wanted.moves * place // len(names)
            faults += _through(host, name, share, wanted.seed, hosts.PROFILES[wanted.profile]["walks"])
    print(f"{faults} faults")
    return faults


def _through(host, name, moves, seed, walks):
    """Walk through one notebook, anew after each fault; return how many there were."""
    left, again = moves, 0
    while left > 0 and again < MOST:
        began, door = time.monotonic(), host.open(name)
        # After a fault another way is taken, which can be taken again as well.
        walk = Walk(door, seed=seed + 1_000_000 * again, name=name, **walks)
        opened = time.monotonic()
        try:
            walk.go(left)
        except Exception as error:  # a page that is gone is a fault, too
            again += 1
            lost = f"{type(error).__name__}: {walk.tell([str(error)[:1500]])}"
            print(f"\nFAULT {error if isinstance(error, Fault) else lost}\n", flush=True)
        left -= max(walk.count, 1)
        spent = time.monotonic() - opened
        kinds = json.dumps(dict(sorted(walk.kinds.items())))
        print(f"{name}: {walk.count} moves in {spent:.0f} s, opened in {opened - began:.0f} s; {kinds}", flush=True)
        door.close()
    return again


if __name__ == "__main__":
    sys.exit(bool(main()))
