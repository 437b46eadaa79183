"""One disc: its outline, rings and nucleus, and that every drawing of it is the same."""

import dataclasses
from math import atan2, hypot, pi

import pytest

from spine_edu import data
from spine_edu.anatomy import section
from spine_edu.anatomy.disc import beside, disc_of, nucleus_scale, ring_scales
from spine_edu.herniation.shape.site import site
from tools.forgetful import empty_caches

DISCS = [row.disc for row in data.table("anatomy_discs")]
#: Modules whose drawings are made once, of the disc.
DRAWN = ("anatomy.disc", "anatomy.section", "anatomy.roots.figure", "anatomy.tissues.figure", "herniation.shape.")


def forget():
    """Forget every drawing that was made of a disc."""
    empty_caches(*(f"spine_edu.{name}" for name in DRAWN))


@pytest.fixture
def change(monkeypatch):
    """Change columns of one row of anatomy_discs.csv, for one test."""
    read = data.table

    def changed(disc, **columns):
        rows = tuple(dataclasses.replace(row, **columns) if row.disc == disc else row for row in read("anatomy_discs"))
        monkeypatch.setattr(data, "table", lambda name: rows if name == "anatomy_discs" else read(name))
        forget()

    yield changed
    monkeypatch.undo()
    forget()


def drawings(level):
    """Return the edge of a disc as notebook 01 (slice) and notebook 03 (shape builder) draw it."""
    return {"slice": section.section(level).outlines["outer_annulus"][0], "shape builder": site(level).outline}


def back(outline):
    """Return y of an outline at the back, in the middle."""
    return min((abs(x), y) for x, y in outline if y < 0)[1]


def area(outline):
    following = [*outline[1:], outline[0]]
    return sum(x * v - u * y for (x, y), (u, v) in zip(outline, following, strict=True)) / 2


@pytest.mark.parametrize("level", ["C5-6", "C6-7", "L1-2", "L2-3", "L3-4", "L4-5", "L5-S1"])
def test_two_drawings_of_one_disc_do_not_differ(level):
    """Each corner of the coarser drawing lies on the finer one."""
    slice_, fine = drawings(level).values()
    for x, y in slice_:
        assert min(hypot(x - u, y - v) for u, v in fine) < 0.15


@pytest.mark.parametrize("notch", [0.0, 0.03, 0.08])
def test_the_notch_of_the_table_moves_every_drawing_alike(change, notch):
    before = {name: back(outline) for name, outline in drawings("L4-5").items()}
    change("L4-5", notch=notch)
    for name, outline in drawings("L4-5").items():
        assert back(outline) - before[name] == pytest.approx((notch - 0.03) * 34.3, abs=1e-3), name
    assert section.section("L4-5").back == site("L4-5").back == disc_of("L4-5").back


def test_the_exponent_of_the_table_changes_every_drawing_alike(change):
    change("L4-5", power=2.0, notch=0.0)
    ellipse = pi * 48.4 * 34.3 / 4
    for name, outline in drawings("L4-5").items():
        assert abs(area([tuple(point) for point in outline])) == pytest.approx(ellipse, rel=2e-3), name


@pytest.mark.parametrize("level", DISCS)
def test_an_outline_is_as_wide_and_as_deep_as_the_table_says(level):
    disc = disc_of(level)
    x, y = zip(*disc.outline(720), strict=True)
    assert max(x) - min(x) == pytest.approx(disc.width) and max(y) == pytest.approx(disc.depth / 2)
    assert back(disc.outline(720)) == pytest.approx(disc.back)


def test_outlines_run_against_the_clock_from_where_they_are_told_to():
    disc = disc_of("L4-5")
    assert disc.outline(4)[0] == pytest.approx((24.2, 0))
    assert disc.outline(4, start=pi / 2)[0] == pytest.approx((0, 17.15))
    assert area(disc.outline(90)) > 0
    angles = [atan2(y, x) % (2 * pi) for x, y in disc.outline(90)]
    assert angles == sorted(angles)


@pytest.mark.parametrize("level", ["C5-6", "T7-8", "L4-5"])
def test_the_nucleus_has_its_share_and_lies_behind_the_middle(level):
    disc = disc_of(level)
    nucleus = disc.nucleus(360)
    assert area(nucleus) / area(disc.outline(360)) == pytest.approx(0.4), "anatomy_column.nucleus_share"
    assert disc.centre == pytest.approx(-0.05 * disc.depth), "anatomy_column.nucleus_offset"
    assert max(y for _, y in nucleus) + min(y for _, y in nucleus) < max(y for _, y in disc.outline(360)) + disc.back


def test_rings_shrink_evenly_from_the_edge_to_the_nucleus():
    scales = ring_scales(6)
    assert len(scales) == 7 and scales[0] == 1 and scales[-1] == pytest.approx(nucleus_scale())
    assert [one - other for one, other in zip(scales, scales[1:], strict=False)] == pytest.approx(
        [(1 - nucleus_scale()) / 6] * 6
    )


@pytest.mark.parametrize(("vertebra", "disc"), [("C2", "C2-3"), ("T12", "T12-L1"), ("L4", "L4-5"), ("S1", "L5-S1")])
def test_a_body_has_the_outline_of_the_disc_beside_it(vertebra, disc):
    assert beside(vertebra) is disc_of(disc)


def test_an_unknown_disc_is_refused_in_words():
    with pytest.raises(ValueError, match="There is no disc 'C1-2'; the 23 discs run from C2-3 to L5-S1"):
        disc_of("C1-2")


#: As published or chosen once, typed a second time (docs/model.md: 2.8 in the neck, 2.1 in the chest, 2.4 below).
@pytest.mark.parametrize(
    ("level", "power", "notch"),
    [
        ("C2-3", 2.8, 0),
        ("C7-T1", 2.8, 0),
        ("T1-2", 2.1, 0.05),
        ("T12-L1", 2.1, 0.05),
        ("L1-2", 2.4, 0.06),
        ("L3-4", 2.4, 0.06),
        ("L4-5", 2.4, 0.03),
        ("L5-S1", 2.4, 0),
    ],
)
def test_the_numbers_of_the_outline(level, power, notch):
    assert (disc_of(level).power, disc_of(level).notch) == (power, notch)
