"""Hands on the picture: a knob that is dragged does what its slider does, and a drawn prediction is what is kept."""

import pytest

import spine_edu
from spine_edu.registry import REGISTRY
from tools.lab import rest

#: Part -> the controls that its picture lets a hand take hold of, at the start or in one of its scenarios.
GRIPS = {}
#: Part, and the control that a knob moves upwards -> the control that it moves across, by which it is called.
UPWARDS = {}
for _part, _name in REGISTRY.items():
    _explorer = getattr(spine_edu, _name)(backend_name="static", ask_first=False)
    for _number in range(len(_explorer.scenarios)):
        # Grips over choices are tried in test_anatomy_hands.py.
        for _grip in (one for one in _explorer.grips() if "choices" not in one):
            GRIPS.setdefault(_part, {}).setdefault(_grip["control"], _number)
            if "up" in _grip:
                GRIPS[_part].setdefault(_grip["up"]["control"], _number)
                UPWARDS[_part, _grip["up"]["control"]] = _grip["control"]
        _explorer.scenario(_explorer.scenarios[min(_number + 1, len(_explorer.scenarios) - 1)].name)
PARTS = pytest.mark.parametrize("part", GRIPS)
#: What is alike in all parts is tried in some, and each week in all.
SOME = [pytest.param(part, marks=pytest.mark.weekly if number % 5 else ()) for number, part in enumerate(GRIPS)]
ASKING = [part for part in GRIPS if getattr(spine_edu, REGISTRY[part]).ask is not None]

#: Where places of a track lie in the window, and where the knob of a control is.
_PLACES = """([index, control, axes, places]) => {
    const explorer = document.querySelectorAll('.spine-edu')[index];
    const picture = explorer.querySelector('.js-plotly-plot'), { left, top, width } = picture.getBoundingClientRect();
    const scale = width / picture.offsetWidth, [across, up] = axes.map((name) => picture._fullLayout[name]);
    const knob = explorer.querySelector(`.spine-edu-grip[data-control=${control}] .knob`)?.getBoundingClientRect();
    return [places.map(([x, y]) => [left + scale * (across._offset + across.c2p(x)),
        top + scale * (up._offset + up.c2p(y))]), knob && [knob.x + knob.width / 2, knob.y + knob.height / 2]]; }"""


class Hand:
    """Takes hold of one knob of one explorer on the page."""

    def __init__(self, book, part, control, *, there=False):
        """Take hold of a control's knob: where it is there in the explorer as it is, else in a scenario that has it."""
        self.book, self.page, self.part, self.control = book, book.page, part, control
        self.explorer = book.page.locator(".spine-edu").nth(list(REGISTRY).index(part))
        self.called = UPWARDS.get((part, control), control)
        self.knob = self.explorer.locator(f".spine-edu-grip[data-control={self.called}]")
        number = GRIPS[part][control]
        if not there:
            book.ask(f"({part}.reset(), {number} and {part}.scenario({part}.scenarios[{number}].name)) and None")
        book.box(self.knob)

    def state(self):
        """Return what Python has: value and grip of the control, the line of all settings, and the slider's line."""
        start = f"{self.part}.scenarios[{GRIPS[self.part][self.control]}]"
        # The slider moves one control from the same start to the same value.
        make, move = f"type({self.part})(backend_name='static')", f"one.move({self.control!r}, got)"
        slider = f"(lambda one, got: (one.scenario({start}.name), {move}, one.to_text())[2])"
        value, grip, *lines = self.book.ask(
            f"[{self.part}.state.{self.control}, "
            f"next(grip for grip in {self.part}.grips() if grip['control'] == {self.called!r}), "
            f"{self.part}.to_text(), {slider}({make}, {self.part}.state.{self.control})]"
        )
        return value, grip if self.called == self.control else grip | grip["up"], *lines

    def places(self, grip, *values):
        """Return where values lie in the window, and where the knob is."""
        places = [placed(grip["track"], value) for value in values]
        index = list(REGISTRY).index(self.part)
        return self.page.evaluate(_PLACES, [index, self.called, grip["axes"], places])

    def drag(self, *values):
        """Drag the knob with the mouse to where values lie, one after the other; yield each when it is there."""
        _, (left, top) = self.places(self.state()[1])
        self.page.mouse.move(left, top)
        self.page.mouse.down()
        try:
            for value in values:
                ((x, y),), _ = self.places(self.state()[1], value)
                self.page.mouse.move((left + x) / 2, (top + y) / 2)
                self.page.mouse.move(x, y)
                self.rest(value)
                ((left, top),), _ = self.places(self.state()[1], value)
                # Where the picture has changed on the way, the hand follows it.
                if not near((x, y), (left, top), 1):
                    self.page.mouse.move(left, top)
                    self.rest(value)
                yield value
        finally:
            # A button that stayed down would fail every test after this one.
            self.page.mouse.up()

    def rest(self, value):
        """Wait until the control is where it was dragged, as Python has it, and the page too; not for ever."""
        step = getattr(spine_edu, REGISTRY[self.part]).State.declarations()[self.control].step
        for _ in range(20):
            rest(self.page, 100)
            if abs(self.book.ask(f"{self.part}.state.{self.control}") - value) <= step * 1.01:
                break
        rest(self.page, 100)


def stroke_over(page, way, finger=None):
    """Go along points of the window with the mouse's button down, or with a finger on the glass."""
    if finger:
        for kind, points in (("Start", way[:1]), ("Move", way[1:]), ("End", [None])):
            for point in points:
                touched = [{"x": point[0], "y": point[1]}] if point else []
                finger.send("Input.dispatchTouchEvent", {"type": f"touch{kind}", "touchPoints": touched})
        return
    page.mouse.move(*way[0])
    page.mouse.down()
    for point in way[1:]:
        page.mouse.move(*point)
    page.mouse.up()


def placed(track, value):
    """Return where a value lies on a track: x and y on its axes."""
    if value <= track[0][0]:
        return track[0][1:]
    for (low, x, y), (high, right, top) in zip(track, track[1:], strict=False):
        if value <= high + 1e-9:
            share = (value - low) / (high - low)
            return [x + share * (right - x), y + share * (top - y)]
    return track[-1][1:]


def on_grid(declared, share):
    steps = round((declared.high - declared.low) / declared.step)
    return declared.low + round(share * steps) * declared.step


def near(one, other, pixels):
    return all(abs(a - b) <= pixels for a, b in zip(one, other, strict=True))


@PARTS
def test_a_dragged_knob_does_what_its_slider_does_and_stands_where_the_state_says(shown, part):
    declared = getattr(spine_edu, REGISTRY[part]).State.declarations()
    for control in GRIPS[part]:
        hand = Hand(shown, part, control)
        for value in hand.drag(*(on_grid(declared[control], share) for share in (1, 0, 0.5))):
            got, grip, line, sliders = hand.state()
            (wanted, stands), knob = hand.places(grip, value, got)
            step = declared[control].step * 1.01
            # Some values of a control may lie at one place, as where a day is over.
            assert abs(got - value) <= step or near(wanted, stands, 2), (control, value, got)
            assert near(knob, stands, 2), f"{control}: the knob is at {knob}, its state at {stands}"
            assert line == sliders, control
            slider = hand.explorer.locator(".spine-edu-control", has_text=declared[control].label)
            shown_there = slider.locator("input[type=text]").first.input_value()
            assert float(shown_there) == pytest.approx(got), f"{control}: its own box says {shown_there}"


@pytest.fixture
def asked(shown):
    """Let an explorer ask again; afterwards it is open, without a prediction."""
    asking = []

    def ask(part):
        asking.append(part)
        shown.ask(f"({part}.reset(), {part}.forget()) and None")
        rest(shown.page, 200)
        explorer = shown.page.locator(".spine-edu").nth(list(REGISTRY).index(part))
        explorer.locator(".spine-edu-question").scroll_into_view_if_needed()
        return explorer

    yield ask
    for part in asking:
        shown.ask(f"({part}.forget(), {part}.look()) and None")


@pytest.fixture
def finger(shown):
    """Touch as Chromium makes it of a finger on the glass."""
    client = shown.page.context.new_cdp_session(shown.page)
    client.send("Emulation.setTouchEmulationEnabled", {"enabled": True})
    yield client
    client.send("Emulation.setTouchEmulationEnabled", {"enabled": False})
    client.detach()


@pytest.mark.parametrize("part", SOME)
def test_a_finger_drags_as_well(shown, finger, part):
    control = next(iter(GRIPS[part]))
    hand, declared = Hand(shown, part, control), getattr(spine_edu, REGISTRY[part]).State.declarations()[control]
    before = hand.state()[0]
    value = on_grid(declared, 0.75 if before < on_grid(declared, 0.5) else 0.25)
    ((x, y),), (left, top) = hand.places(hand.state()[1], value)
    stroke_over(shown.page, [(left, top), ((left + x) / 2, (top + y) / 2), (x, y)], finger)
    rest(shown.page, 150)
    got, grip, *_ = hand.state()
    (wanted, stands), _ = hand.places(grip, value, got)
    assert abs(got - value) <= declared.step * 1.01 or near(wanted, stands, 2), (control, value, got)


#: A box over the bath that is carried: across it moves the tap, up the drain.
_BOX = """__import__('types').SimpleNamespace(**{**vars(start_practice.figures), 'grips': lambda result: [
    __import__('spine_edu.drawing.grips').drawing.grips.plane(
        result.state, 'tap', 'drain', lambda tap, drain: (4 * tap + 2, 160 * drain),
        body=[(4 * result.state.tap + x, 160 * result.state.drain + y) for x, y in ((-1, 8), (5, 8), (5, 20), (-1, 20))]
    )]})"""


@pytest.fixture
def box(shown):
    """A picture with a box that is carried two ways: the explorer, and where the middle of box and knob are."""
    shown.ask(f"(start_practice.reset(), setattr(start_practice, 'figures', {_BOX}), start_practice.look()) and None")
    explorer = shown.page.locator(".spine-edu").nth(list(REGISTRY).index("start_practice"))
    body, knob = explorer.locator(".spine-edu-held[data-control=tap]"), explorer.locator(".spine-edu-grip .knob")
    shown.box(knob)
    yield lambda: [middle(shown.box(one)) for one in (body, knob)]
    figures = (
        "setattr(start_practice, 'figures', __import__('sys').modules[start_practice.model.__name__[:-5] + 'figure'])"
    )
    shown.ask(f"({figures}, start_practice.reset()) and None")


def middle(box):
    return [box["x"] + box["width"] / 2, box["y"] + box["height"] / 2]


@pytest.mark.parametrize("way", ["mouse", "finger"])
def test_a_body_is_carried_across_and_up_and_its_knob_goes_along(shown, box, way, request):
    finger = request.getfixturevalue("finger") if way == "finger" else None
    _, (left, top) = box()
    # What one litre a minute and one part in ten are wide and high, from where the knob goes with them.
    shown.ask("start_practice.set(tap=4, drain=0.2) and None")
    rest(shown.page, 500)
    _, (nearer, higher) = box()
    wide, high = left - nearer, top - higher
    shown.ask("start_practice.set(tap=5, drain=0.1) and None")
    rest(shown.page, 500)
    (x, y), (left, top) = box()
    stroke_over(shown.page, [(x, y), (x - wide, y - high), (x - 2 * wide, y - 2 * high)], finger)
    rest(shown.page, 1000)
    assert shown.ask("[start_practice.state.tap, start_practice.state.drain]") == pytest.approx([3, 0.3])
    body, knob = box()
    assert near(body, (x - 2 * wide, y - 2 * high), 2) and near(knob, (left - 2 * wide, top - 2 * high), 2)
    # What one hand has moved is one step back.
    shown.ask("start_practice.undo()")
    assert shown.ask("[start_practice.state.tap, start_practice.state.drain]") == pytest.approx([5, 0.1])


@pytest.mark.parametrize("part", ["loads_muscle", "loads_wall", "start_practice"])
def test_what_is_pulled_while_a_prediction_is_kept_lifts_the_veil_and_stays_in_the_hand(shown, asked, part):
    explorer, control, mouse = asked(part), next(iter(GRIPS[part])), shown.page.mouse
    answer = f"__import__('tests.explorer.answers', fromlist=['']).some_answer({part}.ask, {part}.asked_result)"
    shown.ask(f"{part}.predict({answer})")
    hand, declared = Hand(shown, part, control, there=True), getattr(spine_edu, REGISTRY[part]).State.declarations()
    assert shown.ask(f"{part}.phase") == "kept"
    one, other = (on_grid(declared[control], share) for share in (0.4, 0.7))
    ((x, y),), knob = hand.places(hand.state()[1], one)
    mouse.move(*knob)
    mouse.down()
    mouse.move(x, y)
    rest(shown.page, 600)
    assert shown.ask(f"{part}.phase") == "open"
    assert "You said" in explorer.get_by_role("status").filter(has_text="You said").inner_text()
    # Another picture lies under the hand now, in which the same value may lie somewhere else.
    mouse.move(x + 1, y)
    got, grip, *_ = hand.state()
    (stands, wanted), knob = hand.places(grip, got, other)
    assert got == pytest.approx(one) and near(knob, stands, 2)
    mouse.move(x + 1 + wanted[0] - knob[0], y + wanted[1] - knob[1], steps=3)
    rest(shown.page, 300)
    mouse.up()
    got, grip, *_ = hand.state()
    assert got == pytest.approx(other)
    (stands,), knob = hand.places(grip, got)
    assert near(knob, stands, 2)


#: Explorers with a run, and with something that is dragged.
RUNNING = [part for part in GRIPS if getattr(spine_edu, REGISTRY[part])(ask_first=False).can_play()]


@pytest.mark.parametrize("part", RUNNING)
def test_no_knob_stays_behind_in_a_run_nor_after_it(shown, part):
    """While a run goes on, only the knobs of what it moves are to be seen; at a pause all lie where things are then."""
    shown.ask(f"({part}.reset(), {part}.forget(), {part}.look()) and None")
    index, page = list(REGISTRY).index(part), shown.page
    rest(page, 500)
    explorer = page.locator(".spine-edu").nth(index)
    explorer.get_by_role("button", name="Run", exact=True).click()
    pause = explorer.get_by_role("button", name="Pause", exact=True)
    pause.wait_for()
    rest(page, 700)
    seen = explorer.locator(".spine-edu-grip:visible").evaluate_all("all => all.map(one => one.dataset.control)")
    pause.click()
    rest(page, 600)
    assert set(seen) <= set(shown.ask(f"{part}.frames().controls"))
    for grip in shown.ask(f"{part}.grips()"):
        now = grip.get("now", shown.ask(f"{part}.state.{grip['control']}"))
        given = [index, grip["control"], grip["axes"], [placed(grip["track"], now)]]
        (stands,), knob = page.evaluate(_PLACES, given)
        assert "up" in grip or near(knob, stands, 2), grip["control"]


@pytest.mark.parametrize("part", [one for one in SOME if one.values[0] in ASKING])
def test_nothing_can_be_grabbed_while_a_question_is_open(shown, part):
    explorer = shown.page.locator(".spine-edu").nth(list(REGISTRY).index(part))
    knobs = explorer.locator(".spine-edu-grip:not([data-control=prediction])")
    shown.ask(f"({part}.reset(), {part}.forget()) and None")
    rest(shown.page, 150)
    try:
        assert knobs.count() == 0
    finally:
        shown.ask(f"{part}.look()")
    rest(shown.page, 150)
    assert knobs.count() == shown.ask(f"len({part}.grips())") or not shown.ask(f"len({part}.grips())")


# What is drawn and marked before looking ----------------------------------------------------------------------------


def paper(book, explorer):
    return book.box(explorer.locator(".spine-edu-drawing"))


def keep(book, explorer, part):
    explorer.get_by_role("button", name="Keep my prediction").click()
    rest(book.page, 250)
    return book.ask(f"{part}.predicted")


def draw(page, box, strokes, low, high, finger=None):
    """Draw strokes of points (share of the way along, height) on the paper, by mouse or with a `finger`."""
    for stroke in strokes:
        places = [
            (box["x"] + share * box["width"], box["y"] + box["height"] * (1 - (height - low) / (high - low)))
            for share, height in stroke
        ]
        stroke_over(page, places, finger)


def drawn_axes(book, part):
    """Return the ranges of the axes on which a curve is drawn, and where its places begin and end."""
    return book.ask(
        f"[{part}.drawn['layout'][{part}.ask.axes[0]]['range'], {part}.drawn['layout'][{part}.ask.axes[1]]['range'], "
        f"list({part}.ask.places)]"
    )


@pytest.mark.parametrize("way", ["mouse", "two strokes", "finger"])
def test_a_drawn_curve_is_what_is_kept(shown, asked, way, request):
    part = "cycle_loop"
    finger = request.getfixturevalue("finger") if way == "finger" else None
    explorer = asked(part)
    (left, right), (low, high), places = drawn_axes(shown, part)
    first, last = places[0], places[-1]
    # Corners lie on the sixtieth parts into which a curve is read, so that between them it is straight.
    corners = [(0, 6), (12, 8.5), (24, 7), (36, 3), (48, 4), (60, 1)]
    shares = [((first + step / 60 * (last - first) - left) / (right - left), height) for step, height in corners]
    box = paper(shown, explorer)
    draw(shown.page, box, [shares[:3], shares[3:]] if way == "two strokes" else [shares], low, high, finger)
    predicted = keep(shown, explorer, part)
    at = [first + step / 60 * (last - first) for step in range(61)]
    wanted = [along(corners, step) for step in range(61)]
    assert [place for place, _ in predicted] == pytest.approx(at)
    assert [height for _, height in predicted] == pytest.approx(wanted, abs=0.101)


def along(corners, step):
    for (left, low), (right, high) in zip(corners, corners[1:], strict=False):
        if step <= right:
            return low + (high - low) * (step - left) / (right - left)
    raise AssertionError(step)


def test_a_curve_that_stops_half_way_is_refused_in_words_and_stays(shown, asked):
    part = "cycle_loop"
    explorer = asked(part)
    (left, right), (low, high), places = drawn_axes(shown, part)
    middle = (places[-1] / 2 - left) / (right - left)
    draw(shown.page, paper(shown, explorer), [[((places[0] - left) / (right - left), 5), (middle, 5)]], low, high)
    assert keep(shown, explorer, part) is None
    assert "must reach from" in explorer.locator(".spine-edu-error").inner_text()
    assert explorer.locator(".spine-edu-drawn[d]").get_attribute("d")


def test_heights_that_are_typed_are_kept_as_typed(shown, asked):
    part = "cycle_loop"
    explorer = asked(part)
    explorer.get_by_text("Type it instead").click()
    boxes = explorer.locator(".spine-edu-question input[type=text]")
    typed = [6, 5.25, 4, 3, 2]
    for index, height in enumerate(typed):
        boxes.nth(index).fill(str(height))
    boxes.nth(0).fill("60")
    assert keep(shown, explorer, part) is None
    assert "outside the range" in explorer.locator(".spine-edu-error").inner_text()
    boxes.nth(0).fill("6")
    predicted = keep(shown, explorer, part)
    assert [height for _, height in predicted] == typed


def test_a_number_is_marked_on_the_picture_or_typed(shown, asked):
    part = "start_practice"
    explorer = asked(part)
    box = explorer.locator(".spine-edu-question input[type=text]").first
    knob = explorer.locator(".spine-edu-grip .knob")
    where = shown.box(knob)
    x, y = where["x"] + where["width"] / 2, where["y"] + where["height"] / 2
    stroke_over(shown.page, [(x, y), (x, y - 60), (x, y - 120)])
    marked = float(box.input_value())
    assert marked > 10 and knob.bounding_box()["y"] == pytest.approx(where["y"] - 120, abs=2)
    box.fill("0")
    assert knob.bounding_box()["y"] == pytest.approx(where["y"], abs=2)
    box.fill(f"{marked:g}")
    assert knob.bounding_box()["y"] == pytest.approx(where["y"] - 120, abs=2)
    assert keep(shown, explorer, part) == marked
