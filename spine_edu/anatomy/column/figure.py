"""The column as a flat textbook drawing: outlines of the same solids, seen from one of the named views."""

from functools import partial

import numpy as np

from spine_edu.anatomy.column import flat, scene
from spine_edu.anatomy.column import model as column
from spine_edu.anatomy.column.labels import labels
from spine_edu.anatomy.solids.binding import PLACE, moves
from spine_edu.anatomy.solids.discs import disc_spot
from spine_edu.drawing import marks, outlines
from spine_edu.theme import LIGHT

#: View -> what lies to the left and to the right of the paper.
_EDGES = {
    "side": ("back", "front"),
    "front": ("right", "left"),
    "back": ("left", "right"),
    "oblique": ("right", "left"),
}
#: View -> groups from the back to the front of the paper; "root" is what a right root is outside its foramen.
_ORDER = {
    "side": ("nerve", "arch", "joints", "body", "sacrum", "disc", "root", "transverse"),
    "front": ("arch", "joints", "transverse", "nerve", "root", "sacrum", "body", "disc"),
    "oblique": ("arch", "nerve", "joints", "transverse", "sacrum", "body", "disc", "root"),
    "back": ("body", "disc", "root", "nerve", "sacrum", "transverse", "joints", "arch"),
}
#: Views from which the right roots outside their foramina lie before the bones.
_ROOTS_BEFORE = ("side", "oblique")
_WORDS = {
    "arch": "Arches and spinous processes",
    "joints": "Pedicles and facet joints",
    "transverse": "Transverse processes",
    "body": "Vertebral bodies",
}
#: How much more than the solids the flat drawing shows around the whole column.
_AROUND = 1.04
#: How far from its middle a disc takes clicks, as a share of its width and depth.
_GRIP = 0.3


def figure(result, *, theme=LIGHT, held=None, prediction=None):
    """Return the drawing of a column, with the middle of run A's bodies, or of those at the start, as a dashed line.

    Parameters
    ----------
    result, held : ColumnResult
    theme : Theme
    prediction : float, optional
        Predicted number of discs: it stands over the picture, and changes nothing in it.
    """
    view, (centre, reach) = result.state.view, _window(result)
    height, said = 760 if theme.large else 620, scene.note(result, held)
    top, low = 10, 10 + 1.6 * theme.size if said else 10
    notes = _notes(result, theme, centre, (height - top - low) / (2 * reach))
    across, up = ({"visible": False, "range": [at - reach, at + reach], "fixedrange": True} for at in centre)
    return {
        "data": [_grey(scene.before(result, held), view, theme), _grips(result, theme)],
        "layout": theme.layout(
            height=height,
            margin={"l": 4, "r": 4, "t": top, "b": low},
            shapes=_Sheet(result, theme).shapes(),
            annotations=[*notes, *_edge_words(view, theme), _said(said, theme)],
            xaxis=across,
            yaxis={**up, "scaleanchor": "x", "scaleratio": 1},
        ),
    }


def veiled(result, *, theme=LIGHT, prediction=None):
    """Return the drawing of a column without its discs and labels."""
    drawn = figure(result, theme=theme)
    shapes = [shape for shape in drawn["layout"]["shapes"] if "disc" not in shape["name"].lower()]
    layout = {**drawn["layout"], "shapes": shapes, "annotations": _edge_words(result.state.view, theme)}
    empty = [{**trace, "x": [], "y": [], "customdata": [], "visible": False} for trace in drawn["data"]]
    return {"data": empty, "layout": layout}


class _Sheet:
    """The whole drawing as shapes, the same ones for every state; what is not drawn has an empty path."""

    def __init__(self, result, theme):
        self.result, self.theme, self.view = result, theme, result.state.view
        self.moved, self.drawn = moves(result), _drawn(result)

    def shapes(self):
        """Return all shapes, from the back to the front of the paper."""
        makers = {"disc": self.discs, "nerve": self.nerves, "root": self.roots_outside, "sacrum": self.sacrum}
        found = []
        for group in _ORDER[self.view]:
            found += makers.get(group, partial(self.bones, group))()
        return [*found, *self.cut_disc()]

    def area(self, name, columns, *, fill, edge=None, width=0.5):
        """Return one shape of lines in two columns; without another `edge` it is drawn in ink."""
        look = {"color": edge or self.theme.ink, "width": width * self.theme.line}
        return outlines.drawn(name, flat.path(columns), look, fill=fill, fillrule="nonzero")

    def bones(self, group):
        """Every second vertebra is a shape of its own kind, so that neighbours do not run into each other."""
        for odd, half in ((0, "one"), (1, "two")):
            levels = tuple(level for level in self.drawn[group] if PLACE[level] % 2 == odd)
            columns = flat.bones(group, self.view, levels).on_paper(self.view, self.moved)
            yield self.area(f"{_WORDS[group]}, half {half}", columns, fill=self.theme.solids["bone"])

    def sacrum(self):
        """From the back its roof hides the roots that run in its canal."""
        columns = flat.bones("body", self.view, self.drawn["sacrum"]).on_paper(self.view, self.moved)
        yield self.area("Sacrum", columns, fill=self.theme.solids["bone"])

    def discs(self):
        names = self.drawn["disc"]
        chosen = [name for name in names if name == self.result.state.disc]
        for word, some, color in (
            ("Discs", names, self.theme.solids["annulus"]),
            ("Chosen disc", chosen, self.theme.color("annulus")),
        ):
            columns = flat.discs(self.view, tuple(some)).on_paper(self.view, self.moved)
            yield self.area(word, columns, fill=color)

    def nerves(self):
        return self.nerve_lines("Cord and roots", "Roots at the chosen disc", shown=self.drawn["nerve"])

    def roots_outside(self):
        before = self.drawn["nerve"] and self.view in _ROOTS_BEFORE
        return self.nerve_lines("Right roots outside", "Right roots at the chosen disc", shown=before, outside=True)

    def nerve_lines(self, every, at_disc, *, shown, outside=False):
        """Lines of all nerves, and over them thicker ones of the roots at the chosen disc."""
        card, near = column.level_card(self.result.state.disc), self.result.state.frame == "near"
        middle = PLACE[self.result.chosen.lower] if near else None
        for name, roots, color, width in (
            (every, None, self.theme.solids["nerve"], 1.0),
            (at_disc, (card["leaves"], card["passes"]), self.theme.color("nerve"), 1.5),
        ):
            columns = [], []
            if shown:
                columns = flat.nerves(roots, middle, outside).on_paper(self.view, self.moved)
            yield self.area(name, columns, fill=None, edge=color, width=width)

    def cut_disc(self):
        rings, nucleus = flat.rings(self.result, self.moved)
        yield self.area("Rings of the cut disc", rings, fill=self.theme.solids["annulus"])
        yield self.area("Nucleus of the cut disc", nucleus, fill=self.theme.solids["nucleus"])


def _drawn(result):
    """Return which levels of each group are drawn; layers are peeled as in the solid view."""
    layer, disc = result.state.layer, result.chosen
    levels, discs = list(column.STACK), [d.name for d in result.discs]
    if layer in scene.BARED:
        levels = levels[max(0, PLACE[disc.lower] - 2) : PLACE[disc.lower] + 1]
        discs = [d.name for d in result.discs if d.lower in levels and (d.name != disc.name or layer == "lifted")]
    if result.state.frame == "near":
        low, high = PLACE[disc.lower] - 2, PLACE[disc.upper] + 2
        levels = [level for level in levels if low <= PLACE[level] <= high]
        discs = [d.name for d in result.discs if d.name in discs and {d.lower, d.upper} & set(levels)]
    behind = [] if layer == "arches" else levels
    return {
        "body": [level for level in levels if level != "S1"],
        "sacrum": tuple(level for level in levels if level == "S1"),
        "disc": discs,
        "nerve": layer not in scene.BARED,
        "arch": behind,
        "joints": behind,
        "transverse": behind,
    }


def _grey(former, view, theme):
    points = np.array([[0.0, frame.y, frame.z] for frame in former.frames]) if former else []
    x, y = flat.project(points, view)
    look = theme.stroke("held", 1.3)
    return marks.curve("As it was, middle of the bodies", x, y, look, visible=former is not None, hoverinfo="skip")


def _grips(result, theme):
    """Places on each disc, not to be seen, where a click chooses it: a shape takes no click."""
    moved, places = moves(result), []
    discs = [disc for disc in result.discs if disc.name in _drawn(result)["disc"]]
    for disc in discs:
        width, depth = (_GRIP * length / result.scale for length in (disc.width, disc.depth))
        around = ((0, 0), (-width, 0), (width, 0), (0, -depth), (0, depth))
        places += [disc_spot(disc.name, *place).now(moved) for place in around]
    x, y = flat.project(np.array(places), result.state.view)
    choices = [f"disc:{disc.name}" for disc in discs for _ in range(5)]
    marker = {"size": theme.size, "opacity": 0}
    return marks.mark("Discs to click", x, y, marker, customdata=choices, hoverinfo="none")


def _window(result):
    """Return the centre (across, up) of the paper and how far it reaches up and down from it, in mm."""
    camera = scene.camera(result)
    across, up = flat.project(np.array([camera["target"]]), result.state.view)
    near = not scene.is_far(result)
    return (float(across[0]), float(up[0])), camera["reach"] * (1.0 if near else _AROUND)


def _notes(result, theme, centre, pixels):
    """Labels in two columns beside the drawing, each with a leader; `pixels` a mm on the paper."""
    rows, view, moved = [], result.state.view, moves(result)
    for label in labels(result, flat=True):
        across, up = (float(place[0]) for place in flat.project(label.spot.now(moved)[None], view))
        side = label.side or ("left" if across < centre[0] - 1 else "right")
        rows.append((up, across, label.text, side, label.marked))
    out, notes, last = _label_column(result, theme), [], {}
    for up, across, text, side, marked in sorted(rows, reverse=True):
        # A label stands as high as the place it names, or lower if another one is there already.
        row = min(up, last.get(side, np.inf) - theme.em(1.5) / pixels)
        last[side] = row
        sign = -1 if side == "left" else 1
        from_place = sign * out - (across - centre[0]) * pixels, -(row - up) * pixels
        notes.append(_note(text, (across, up), from_place, side, marked, theme))
    return notes


def _label_column(result, theme):
    """How far from the middle of the paper the labels begin, in px."""
    whole = result.state.frame == "column" and result.state.layer not in scene.BARED
    if theme.large:
        return theme.em(7.5 if whole else 8.5)
    return theme.em(10.5 if whole else 11.5)


def _note(text, place, from_place, side, marked, theme):
    """One label, some px from the place that its leader points to."""
    return {
        "x": place[0],
        "y": place[1],
        "text": f"<b>{text}</b>" if marked else text,
        "showarrow": True,
        "ax": round(from_place[0], 1),
        "ay": round(from_place[1], 1),
        "xanchor": "right" if side == "left" else "left",
        "bgcolor": theme.paper,
        "borderpad": 1,
        "arrowhead": 6,
        "arrowsize": 0.7,
        "arrowwidth": 1.6 if marked else 0.9,
        "arrowcolor": theme.ink if marked else theme.muted,
        "font": theme.text(),
    }


#: What an annotation has that stands still on the paper.
_ON_PAPER = {"xref": "paper", "yref": "paper", "showarrow": False}


def _edge_words(view, theme):
    """Which way the two upper corners of the paper lie."""
    look = {**_ON_PAPER, "y": 1, "yanchor": "top", "font": {"size": theme.size, "color": theme.muted}}
    left, right = _EDGES[view]
    return [
        {**look, "x": 0, "text": f"<b>{left}</b>", "xanchor": "left"},
        {**look, "x": 1, "text": f"<b>{right}</b>", "xanchor": "right"},
    ]


def _said(words, theme):
    """What is said below the drawing."""
    return {**_ON_PAPER, "x": 0.5, "y": 0, "text": words, "yanchor": "top", "font": theme.text()}
