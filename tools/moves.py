"""What a reader could do in an explorer, with a mouse, a finger or keys: one move at a time, chosen by dice."""

#: How often each kind of thing is taken, where it is there.
WEIGHTS = {
    "slider": 5,
    "box": 3,
    "words": 1,
    "list": 4,
    "option": 2,
    "press": 6,
    "fold": 1,
    "grip": 4,
    "thing": 3,
    "solid": 2,
    "picture": 1,
}
#: What is written where no number is known to fit.
TEXTS = ("3", "0,5", "12", "-1", "1e6", "nonsense", "")
#: What is pressed on a slider, and on solids.
SLIDER_KEYS = ("ArrowRight", "ArrowLeft", "ArrowUp", "ArrowDown", "Home", "End", "PageUp", "PageDown")
SOLID_KEYS = ("ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "+", "-", "Home", "Enter", "Delete")


def middle(box):
    """Return the middle of a box."""
    return box["x"] + box["width"] / 2, box["y"] + box["height"] / 2


class Moves:
    """The hands of a reader.

    Parameters
    ----------
    door : tools.doors.JupyterDoor
        Or another one with the same methods.
    dice : random.Random
    finger : bool
        Whether things are tapped, and not clicked.
    """

    def __init__(self, door, dice, *, finger=False):
        self.door, self.page, self.dice, self.finger = door, door.page, dice, finger
        self.at, self.told = 0, {}

    def one(self, title, told):
        """Make one move in an explorer: return its kind, what it was, and a label with the value it must have set."""
        self.told = told
        offers = self.page.evaluate("title => spineWalk.offers(title)", title)
        kinds = sorted({offer["kind"] for offer in offers})
        kind = self.dice.choices(kinds, [WEIGHTS[kind] for kind in kinds])[0]
        self.at = self.dice.choice([at for at, offer in enumerate(offers) if offer["kind"] == kind])
        offer = offers[self.at]
        did, wanted = getattr(self, kind)(offer)
        return kind, f"{kind} {offer['words']!r}: {did}", wanted

    # Hands -----------------------------------------------------------------------------------------------------------

    def place(self):
        """Return where the thing is, once it has come to rest."""
        return self.page.evaluate("at => spineWalk.place(at)", self.at)

    def focus(self):
        """Give the thing the keyboard."""
        self.page.evaluate("at => spineWalk.focus(at)", self.at)

    def value(self):
        """Return what the thing is set to on the page; None if it is not there any more."""
        return self.page.evaluate("at => spineWalk.value(at)", self.at)

    def share(self):
        """Return a share of a way."""
        return self.dice.randrange(2, 99) / 100

    def hit(self, x, y):
        """Click, or tap, a point of the window."""
        if self.finger:
            self.page.touchscreen.tap(x, y)
        else:
            self.page.mouse.click(x, y)

    def drag(self, start, end, steps=5):
        """Drag from one point of the window to another."""
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(*end, steps=steps)
        self.page.mouse.up()

    def inside(self, box):
        """Return a point of a box that is in sight."""
        wide, high = self.page.evaluate("[innerWidth, innerHeight]")
        x, y = box["x"] + self.share() * box["width"], box["y"] + self.share() * box["height"]
        return min(max(x, 1), wide - 2), min(max(y, 1), high - 2)

    # Things ----------------------------------------------------------------------------------------------------------

    def slider(self, offer):
        """Move a slider."""
        box, how = self.place(), self.dice.choice(["click", "drag", "keys", "keys"])
        middle, share = box["y"] + box["height"] / 2, self.share()
        if how == "keys":
            self.focus()
            key, times = self.dice.choice(SLIDER_KEYS), self.dice.randrange(1, 5)
            for _ in range(times):
                self.page.keyboard.press(key)
            how = f"{key} x {times}"
        elif how == "click" or self.finger:
            self.hit(box["x"] + share * box["width"], middle)
        else:
            start = (box["x"] + self.share() * box["width"], middle)
            self.drag(start, (box["x"] + share * box["width"], middle), steps=8)
        now = self.value()
        return f"{how} to {now}", self.set(offer, now)

    def set(self, offer, value):
        """Return a label and what it must be set to; nothing if that is no control of the state."""
        there = offer["label"] in self.told.get("controls", {}) and value is not None
        return (offer["label"], value) if there else None

    def box(self, offer):
        """Type into a box."""
        known, number = self.told.get("controls", {}).get(offer["label"], {}), None
        text = self.dice.choice(TEXTS)
        if "span" in known and self.dice.randrange(100) < 70:
            low, most, step = known["span"]
            number = low + step * self.dice.randrange(round((most - low) / step) + 1)
            text = f"{number:.10g}".replace(".", self.dice.choice(".,"))
        self.place()
        self.page.evaluate("at => spineWalk.clear(at)", self.at)
        self.page.keyboard.press("Backspace")
        if text:
            self.page.keyboard.type(text)
        key = self.dice.choice(["Enter", "Tab"])
        self.page.keyboard.press(key)
        return f"{text!r}, {key}", None if number is None else self.set(offer, float(number))

    def words(self, _):
        """Write a few words."""
        text = self.dice.choice(["It hurts less when I walk. ", "<b>bold</b> $x^2$ ", "“Slipped”? ", "a\tb ", "🦴 "])
        self.place()
        self.focus()
        self.page.keyboard.type(text)
        return repr(text), None

    def list(self, offer):
        """Choose from a list, or go on in it with the keyboard."""
        self.place()
        if self.dice.randrange(100) < 40 or not offer["options"]:
            self.focus()
            key, times = self.dice.choice(["ArrowDown", "ArrowUp"]), self.dice.randrange(1, 4)
            for _ in range(times):
                self.page.keyboard.press(key)
            return f"{key} x {times}", self.set(offer, self.value())
        wanted = self.dice.choice(offer["options"])
        self.page.evaluate("given => spineWalk.choose(given)", [self.at, wanted])
        return repr(wanted), self.set(offer, wanted)

    def option(self, _):
        """Choose one of some options."""
        return self.click()

    def fold(self, _):
        """Open or close something."""
        return self.click()

    def press(self, offer):
        """Press a button; what runs is let run for a moment, and mostly paused."""
        did, _ = self.click()
        if offer["words"] != "Run":
            return did, None
        moment = self.dice.choice([100, 400, 1200])
        pauses = self.dice.randrange(100) < 75
        self.door.rest(moment)
        if pauses and self.page.evaluate("at => spineWalk.words(at)", self.at) == "Pause":
            self.click()
            return f"{did}, paused after {moment} ms", None
        return f"{did}, for {moment} ms", None

    def click(self):
        """Click or tap the middle of the thing, or press it with the keyboard."""
        box = self.place()
        if self.dice.randrange(100) < 35 or not box["holds"]:
            self.focus()
            key = self.dice.choice(["Enter", "Space"])
            self.page.keyboard.press(key)
            return key, None
        self.hit(*middle(box))
        return "tap" if self.finger else "click", None

    def grip(self, _):
        """Drag a knob of the picture somewhere else."""
        box = self.place()
        start = middle(box)
        across, up = (self.dice.randrange(-300, 301) for _ in range(2))
        wide, high = self.page.evaluate("[innerWidth, innerHeight]")
        end = min(max(start[0] + across, 2), wide - 3), min(max(start[1] + up, 2), high - 3)
        self.drag(start, end, steps=self.dice.choice([1, 4, 12]))
        return f"dragged by {across}, {up}", None

    def thing(self, _):
        """Tap a thing of the picture."""
        box = self.place()
        self.hit(*middle(box))
        return "tapped", None

    def solid(self, _):
        """Turn solids with keys or by hand, or press them."""
        box, how = self.place(), self.dice.choice(["keys", "keys", "drag", "click"])
        if how == "keys":
            self.focus()
            key, times = self.dice.choice(SOLID_KEYS), self.dice.randrange(1, 4)
            for _ in range(times):
                self.page.keyboard.press(key)
            return f"{key} x {times}", None
        return self.in_picture(box, how)

    def picture(self, _):
        """Click anywhere in the picture, or drag across it."""
        return self.in_picture(self.place(), self.dice.choice(["drag", "click"]))

    def in_picture(self, box, how):
        """Click or drag in a box."""
        start, end = self.inside(box), self.inside(box)
        if how == "drag":
            self.drag(start, end)
            return f"dragged from {start} to {end}", None
        self.hit(*start)
        return f"hit at {start}", None
