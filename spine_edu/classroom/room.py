"""What an explorer asks, on paper: room for an answer, such as a line, boxes or axes; for a teacher, what is so."""

import html
from functools import singledispatch

from spine_edu.explorer import asking, marking, veil

#: A drawing on paper, in the units of its own SVG, which are about a third of a millimetre.
_WIDE, _HIGH, _LEFT, _FOOT = 300, 120, 40, 30


@singledispatch
def room(ask, session):
    """Return room for the answer to what a session asks, as HTML."""
    raise TypeError(f"There is no room on paper yet for {type(ask).__name__}.")


@room.register
def _(ask: asking.Number, session):
    return f'<span class="line"></span> {html.escape(ask.unit)}'


@room.register
def _(ask: asking.Pick, session):
    return _ticked(ask.options)


@room.register
def _(ask: marking.Each, session):
    said = ", ".join(f"{sign} {meaning}" for meaning, sign in ask.answers.items())
    things = "".join(f'<span class="thing"><i></i>{html.escape(name)}</span>' for name in ask.things.values())
    return f"<p>Write {html.escape(said)}.</p>{things}"


@room.register
def _(ask: asking.Sketch, session):
    layout = veil.figure(session)["layout"]
    along, up = (html.escape(layout[axis].get("title", {}).get("text", "")) for axis in ask.axes)
    up = up or html.escape(ask.unit)
    first, last = (ask.place.format(place) for place in (ask.places[0], ask.places[-1]))
    high = _HIGH - _FOOT
    return _drawing(
        f'<path d="M{_LEFT} 4V{high}H{_WIDE}" fill="none" stroke="currentColor"/>'
        f'<text x="{_LEFT - 4}" y="12" text-anchor="end">{ask.high:g}</text>'
        f'<text x="{_LEFT - 4}" y="{high}" text-anchor="end">{ask.low:g}</text>'
        f'<text x="{_LEFT}" y="{high + 12}">{html.escape(first)}</text>'
        f'<text x="{_WIDE}" y="{high + 12}" text-anchor="end">{html.escape(last)}</text>'
        f'<text x="{(_LEFT + _WIDE) / 2}" y="{high + 24}" text-anchor="middle">{along}</text>'
        f'<text transform="translate(10 {high / 2}) rotate(-90)" text-anchor="middle">{up}</text>',
        f"Empty axes: {up}, {html.escape(first)} to {html.escape(last)}.",
    )


@room.register
def _(ask: marking.Arrows, session):
    boxes = "".join(
        f'<text x="{x * _WIDE / 100}" y="{_HIGH - y * _HIGH / 100}" text-anchor="middle">[ {html.escape(name)} ]</text>'
        for name, x, y in ask.nodes.values()
    )
    return _drawing(boxes, f"Boxes to join by arrows: {', '.join(name for name, *_ in ask.nodes.values())}.")


def _ticked(options):
    return "".join(f'<span class="thing"><i></i>{html.escape(option)}</span>' for option in options)


def _drawing(inside, said):
    return f'<svg viewBox="0 0 {_WIDE + 4} {_HIGH}" role="img" aria-label="{said}">{inside}</svg>'


@singledispatch
def found(ask, result):
    """Return what is so, where a session asks, as a sentence without its stop; `result` is the one it asks about."""
    return f"{ask.voice} {ask.words(ask.answer(result))}"


@found.register
def _(ask: marking.Each, result):
    so = ask.answer(result)
    things = {answer: [ask.things[thing] for thing in so if so[thing] == answer] for answer in ask.answers}
    listed = [f"“{answer}”: {', '.join(named)}" for answer, named in things.items() if named]
    return ". ".join([*listed, *(ask.both(thing, so[thing]) for thing in ask.also)])


@found.register
def _(ask: asking.Sketch, result):
    if not ask.settled:
        return "No line is right: what was measured in others is laid beside it"
    heights = zip(ask.places, ask.answer(result), strict=True)
    told = ", ".join(f"{height:.1f} at {ask.place.format(place)}" for place, height in heights)
    return f"{ask.voice} {told} ({ask.unit})"


@found.register
def _(ask: marking.Arrows, result):
    names = {key: name for key, (name, *_) in ask.nodes.items()}
    ways = ", ".join(f"{names[start]} → {names[end]} ({sign})" for start, end, sign in ask.answer(result))
    return f"{ask.voice} {ways}"
