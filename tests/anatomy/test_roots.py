"""Which root a herniation reaches: the textbook rules, disc by disc, and what is said of it."""

from math import dist

import pytest
from hypothesis import given
from hypothesis import strategies as st

import spine_edu
from spine_edu import data
from spine_edu.anatomy.roots import body, person, strip, words
from spine_edu.anatomy.roots import figure as drawing
from spine_edu.anatomy.roots.model import RootsState, in_neck, places, simulate, zones
from spine_edu.anatomy.section import section, zone_place
from spine_edu.theme import LIGHT, THEMES
from tests.drawn import apart, centres, hidden, inside, lines, middle, paths, said, shape, trace

LEVELS = RootsState.declarations()["level"].values


def reached(level, zone):
    return simulate(RootsState(level=level, zone=zone))


@pytest.mark.parametrize("row", data.table("anatomy_roots"), ids=lambda row: row.root)
def test_the_model_agrees_with_the_table(row):
    """Rule and table were written apart: the rule counts vertebrae, the table is the textbook's."""
    if row.subarticular_disc:
        assert reached(row.subarticular_disc, "subarticular").root == row.root
    if row.foraminal_disc:
        assert reached(row.foraminal_disc, "foraminal").root == row.root


@pytest.mark.parametrize(
    "level, zone, root, role",
    [
        ("L4-5", "subarticular", "L5", "traversing"),
        ("L4-5", "foraminal", "L4", "exiting"),
        ("L4-5", "extraforaminal", "L4", "exiting"),
        ("L5-S1", "subarticular", "S1", "traversing"),
        ("L5-S1", "foraminal", "L5", "exiting"),
        ("L1-2", "subarticular", "L2", "traversing"),
        ("C5-6", "subarticular", "C6", "exiting"),
        ("C5-6", "foraminal", "C6", "exiting"),
        ("C7-T1", "foraminal", "C8", "exiting"),
        ("T1-2", "foraminal", "T1", "exiting"),
        ("T12-L1", "foraminal", "T12", "exiting"),
    ],
)
def test_the_rules(level, zone, root, role):
    result = reached(level, zone)
    assert (result.root, result.role, result.touched) == (root, role, "root")


@pytest.mark.parametrize(
    "level, touched",
    [
        ("C4-5", "cord"),
        ("C7-T1", "cord"),
        ("T1-2", "cord"),
        ("T12-L1", "end of the cord"),
        ("L1-2", "end of the cord"),
        ("L2-3", "cauda equina"),
        ("L4-5", "cauda equina"),
        ("L5-S1", "cauda equina"),
    ],
)
def test_what_lies_in_the_middle(level, touched):
    result = reached(level, "central")
    assert (result.touched, result.root, result.row) == (touched, "", None)


@given(st.sampled_from(LEVELS), st.sampled_from(["left", "right"]), st.data())
def test_a_root_reached_lies_at_this_level(level, side, chance):
    zone = chance.draw(st.sampled_from(zones(level)))
    result = simulate(RootsState(level=level, side=side, zone=zone))
    assert result.root in ("", result.exiting, result.traversing)
    mirrored = simulate(RootsState(level=level, side="left" if side == "right" else "right", zone=zone))
    assert mirrored.root == result.root


def test_places_of_a_root():
    assert places("L5") == (("L4-5", "subarticular"), ("L5-S1", "foraminal"), ("L5-S1", "extraforaminal"))
    assert places("C6") == (("C5-6", "subarticular"), ("C5-6", "foraminal"))
    with pytest.raises(ValueError, match="No herniation on the list reaches a root 'S4'; allowed are C5"):
        places("S4")


@pytest.mark.parametrize("level", ["C4-5", "C5-6", "C6-7", "C7-T1", "T1-2"])
def test_a_zone_that_does_not_exist(level):
    with pytest.raises(
        ValueError, match=f"{level} has no extraforaminal zone.*Allowed there are central, subarticular, foraminal"
    ):
        RootsState(level=level, zone="extraforaminal")


@pytest.mark.parametrize("change", [{"level": "L6-7"}, {"zone": "behind"}, {"side": "both"}])
def test_bad_settings_are_refused(change):
    with pytest.raises(ValueError, match="not an option"):
        RootsState(**change)


def test_an_unknown_disc_has_no_zones():
    with pytest.raises(ValueError, match="There is no disc 'C1-2'; the 23 discs run from C2-3 to L5-S1"):
        zones("C1-2")


@pytest.mark.parametrize(
    "level, zone, share",
    [
        ("L4-5", "subarticular", "anatomy_roots.off_map_low_back"),
        ("C6-7", "foraminal", "anatomy_roots.off_map_neck"),
        ("L5-S1", "subarticular", "anatomy_roots.on_map_s1"),
    ],
)
def test_every_root_says_how_far_the_map_can_be_trusted(level, zone, share):
    said = words.sentence(simulate(RootsState(level=level, zone=zone)))
    assert f"{data.value(share):.1f} %" in said and "Trust in the map" in said


def test_what_stands_in_the_picture_is_not_said_again_under_it():
    result = simulate(RootsState(level="L5-S1"))
    sentence = words.sentence(result)
    assert "right S1 root" in sentence
    cells = [cell for row in words.table(result).rows for cell in row]
    for part in (result.row.skin, result.row.key_muscle, result.row.reflex):
        assert part in cells and part not in sentence


@pytest.mark.parametrize("level, said", [("L2-3", "in the lowest of 504 adults"), ("L3-4", "in none of 504 adults")])
def test_of_the_cord_behind_a_low_disc_it_is_said_what_504_adults_had(level, said):
    """The lowest cord ended in the upper third of L3: past L2-3, above L3-4. Nothing is said to be impossible."""
    for zone in ("central", "subarticular"):
        sentence = words.sentence(simulate(RootsState(level=level, zone=zone)))
        assert said in sentence and "cannot" not in sentence and "never" not in sentence


def test_low_in_the_back_no_cord_is_reached():
    for level in ("L2-3", "L3-4", "L4-5", "L5-S1"):
        for zone in zones(level):
            assert "cord" not in simulate(RootsState(level=level, zone=zone)).touched


def test_the_table_says_for_whom_the_vessels_are_drawn():
    captions = {level: words.table(simulate(RootsState(level=level))).caption for level in ("L3-4", "L4-5")}
    assert "as it was here in 93 % of 210 people" in captions["L4-5"] and "aorta" not in captions["L3-4"]


# The drawing ------------------------------------------------------------------------------------------------------

STATES = [
    RootsState(level=level, zone=zone, side=side)
    for level in LEVELS
    for zone in zones(level)
    for side in ("left", "right")
]


def drawn(state, **more):
    return drawing.figure(simulate(state), **more)


def ring(figure):
    """Where the ring is around what the herniation reaches."""
    return centres(shape(figure, "What it reaches")["path"])[0]


def under(figure):
    """The lines of words under the drawing."""
    (text,) = [text for text, (x, _) in said(figure).items() if x == drawing._LEFT and "● also" not in text]
    return text.split("<br>")


def name_of(state):
    return f"{state.level}-{state.zone}-{state.side}"


@pytest.mark.parametrize("state", STATES, ids=name_of)
def test_the_herniation_lies_on_its_side_of_the_paper_and_the_ring_around_what_it_reaches(state):
    """The person's right is on the left of the paper: the word, the herniation and the ring agree."""
    figure, result = drawn(state), simulate(state)
    words, here = said(figure), section(state.level)
    assert words["<b>right</b>"][0] < 0 < words["<b>left</b>"][0]
    x, y = ring(figure)
    material = lines(shape(figure, "Herniation")["path"])[0]
    if not result.root:
        assert x == 0 and y < here.back * here.scale
        sac = lines(shape(figure, "Sac")["path"])[0]
        assert inside((x, y), sac) and min(abs(u) for u, _ in material) < 2
        return
    right = state.side == "right"
    assert (middle(material)[0] < 0) == (x < 0) == right
    place = {"traversing": here.traversing, "exiting": here.exiting}[result.role]
    assert (abs(x), y) == pytest.approx((place[0] * here.scale, place[1] * here.scale), abs=0.05)
    roots = lines(shape(figure, "Nerve roots")["path"])
    assert any(inside((x, y), root) for root in roots)


@pytest.mark.parametrize("state", STATES, ids=name_of)
def test_the_labels_of_the_slice_name_what_they_point_at(state):
    figure, result = drawn(state), simulate(state)
    tips = {
        tuple(round(number, 6) for number in lines("M" + one["path"].rpartition("M")[2])[0][-1]): centres(one["path"])[
            0
        ]
        for one in figure["layout"]["shapes"]
        if one["name"].startswith("Leader") and one["path"] != "M0,0Z"
    }
    # Words beside the end of their line begin a little away from it.
    ends = {place: min(tips, key=lambda end: dist(end, place)) for place in said(figure).values()}
    points = {text: tips[ends[at]] for text, at in said(figure).items() if dist(ends[at], at) < 1.5}
    assert len(points) == len(tips)
    material = lines(shape(figure, "Herniation")["path"])[0]
    assert inside(points.pop("<b>herniation</b>"), material)
    reached = next(text for text in points if "reach" in text)
    if not result.root:
        assert reached == f"<b>{result.touched}:<br>within reach</b>"
        assert inside(points.pop(reached), lines(shape(figure, "Sac")["path"])[0])
    else:
        assert points[reached] == pytest.approx(ring(figure), abs=0.2)
        verb = {"traversing": "passes", "exiting": "leaves"}[result.role]
        assert reached == f"<b>{result.root} root {verb}:<br>reached</b>"
    roots = {text: tip for text, tip in points.items() if text.split()[0] in (result.exiting, result.traversing)}
    here = section(state.level)
    for text, (x, y) in roots.items():
        assert (x > 0) == (state.side == "right"), "the root that is spared is named on the other side"
        place = here.exiting if text.startswith(result.exiting) else here.traversing
        assert (abs(x), y) == pytest.approx((place[0] * here.scale, place[1] * here.scale), abs=0.1)
        assert text.endswith("leaves" if text.startswith(result.exiting) else "passes")
    assert result.root not in [text.split()[0] for text in roots]


#: root -> where its skin area is drawn: views and parts of the body, after the agreed test points (kirshblum2011).
SKIN = {
    "C5": {"front", "back"},
    "C6": {"front", "back"},
    "C7": {"front", "back"},
    "C8": {"front", "back"},
    "T1": {"front", "back"},
    "L1": {"front"},
    "L2": {"front"},
    "L3": {"front"},
    "L4": {"front"},
    "L5": {"front"},
    "S1": {"front", "back"},
    "S2": {"back"},
}


@pytest.mark.parametrize("root", SKIN)
def test_every_root_has_a_skin_area_on_its_side_in_its_views(root):
    """Seen from the front the person's right is on the left of the paper, seen from the back on the right."""
    seen = {side: {view: [] for view in body.VIEWS} for side in ("right", "left")}
    for side, views in seen.items():
        for line in body.area(root, side):
            view = "front" if middle(line)[0] < 38 else "back"
            views[view].append(line)
            across = middle(line)[0] - body.VIEWS[view][0]
            assert (across < 0) == ((view == "front") == (side == "right"))
            assert any(inside(middle(line), part) for part in body.body())
        assert {view for view, found in views.items() if found} == SKIN[root]
    assert body.area("S4", "right") == []


@pytest.mark.parametrize(
    ("root", "low", "high"),
    [
        ("C5", 55, 81),
        ("C6", 26, 56),
        ("C7", 18, 55),
        ("C8", 22, 48),
        ("T1", 46, 62),
        ("L1", 31, 40),
        ("L2", 15, 31),
        ("L3", -2, 16),
        ("L4", -37, -2),
        ("L5", -56, -2),
        ("S1", -53, -3),
        ("S2", -2, 31),
    ],
)
def test_skin_areas_lie_at_the_height_of_their_part_of_the_body(root, low, high):
    """The head is at 99, the shoulders at 81, the knees at 0, the soles at -54."""
    heights = [y for line in body.area(root, "right") for _, y in line]
    assert low <= min(heights) and max(heights) <= high


@pytest.mark.parametrize(
    "level, zone, fragment",
    [
        ("L4-5", "subarticular", "big toe"),
        ("L5-S1", "subarticular", "calf"),
        ("L3-4", "subarticular", "inner shin"),
        ("C6-7", "foraminal", "middle finger"),
        ("L1-2", "foraminal", "groin"),
    ],
)
def test_the_skin_is_said_under_the_body_and_lies_on_it(level, zone, fragment):
    for side in ("left", "right"):
        figure = drawn(RootsState(level=level, zone=zone, side=side))
        words, result = said(figure), simulate(RootsState(level=level, zone=zone, side=side))
        assert (
            under(figure)[0].endswith(f"■</span> <b>{result.root} skin</b>: {result.row.skin}")
            and fragment in result.row.skin
        )
        assert any(f"<b>muscle</b>: {result.row.key_muscle}, {result.row.action}" in text for text in under(figure))
        assert f"<b>reflex</b>: {result.row.reflex}" in under(figure)
        front, back = words["front"], words["back"]
        areas = lines(shape(figure, "Skin area of the root")["path"])
        expected = {view for view in ("front", "back") if view in SKIN[result.root]}
        near = {"front" if abs(middle(one)[0] - front[0]) < abs(middle(one)[0] - back[0]) else "back" for one in areas}
        assert near == expected
        for one in areas:
            u = middle(one)[0]
            in_front = abs(u - front[0]) < abs(u - back[0])
            assert (u < (front if in_front else back)[0]) == (in_front == (side == "right"))


#: root -> the view in which its muscle is drawn, and between which heights; and where its reflex is tapped.
STRENGTH = {
    "C5": ("front", 55, 82, ("front", 56)),
    "C6": ("back", 36, 56, ("front", 40)),
    "C7": ("back", 56, 78, ("back", 58)),
    "C8": ("front", 35, 55, None),
    "T1": ("front", 26, 34, None),
    "L1": ("front", 30, 52, None),
    "L2": ("front", 30, 52, None),
    "L3": ("front", 4, 35, ("front", -4)),
    "L4": ("front", -31, -2, ("front", -4)),
    "L5": ("front", -40, -9, None),
    "S1": ("back", -26, 0, ("back", -35)),
}


@pytest.mark.parametrize("root", STRENGTH)
@pytest.mark.parametrize("side", ["left", "right"])
def test_muscle_and_reflex_lie_on_the_side_and_limb_of_the_root(root, side):
    """Knees at 0, elbows at 55, wrists at 33; a hammer is drawn where the table has a reflex, and only there."""
    view, low, high, tapped = STRENGTH[root]
    muscles = body.muscle(root, side)
    assert muscles
    for line in muscles:
        across = middle(line)[0] - body.VIEWS[view][0]
        assert abs(across) < 35 and (across < 0) == ((view == "front") == (side == "right"))
        assert any(inside(middle(line), part) for part in body.body())
        assert low <= min(y for _, y in line) and max(y for _, y in line) <= high
    row = next(row for row in data.table("anatomy_roots") if row.root == root)
    place = body.reflex(root, side)
    assert (place is None) == row.reflex.startswith("none") == (tapped is None)
    level, zone = places(root)[0]
    figure = drawn(RootsState(level=level, zone=zone, side=side))
    assert hidden(figure, "Reflex hammer") == (place is None) and not hidden(figure, "Key muscle")
    if place:
        across = place[0] - body.VIEWS[tapped[0]][0]
        assert (across < 0) == ((tapped[0] == "front") == (side == "right")) and abs(place[1] - tapped[1]) < 1.5
        head = body.hammer(*place, 1)[0]
        assert apart(place, head) < 1.0


def test_roots_without_an_agreed_skin_area_say_so():
    assert "no single root: no single skin area, muscle or reflex" in under(drawn(RootsState(zone="central")))
    figure = drawn(RootsState(level="T12-L1", zone="foraminal"))
    assert "<b>T12 skin</b>: belt low on the belly" in under(figure) and hidden(figure, "Skin area of the root")


def test_bodies_stand_beside_the_slice_and_nothing_moves_them():
    (edge, _), (fill, colour), _, (areas, _), _ = paths(drawn(RootsState())["layout"]["images"][0])
    assert edge == fill and colour == LIGHT.solids["skin"]
    for root in person.roots():
        assert person.skin(root, "left") in areas and person.skin(root, "right") in areas
    parts = lines(edge)
    assert min(x for part in parts for x, _ in part) > 56, "the slice ends at 56"
    assert len(parts) == 2 * (1 + 2 * (6 + 10)), "a head; a side has ear, trunk, shoulder, arm, leg, foot, digits"


def test_the_skin_of_another_root_that_was_guessed_is_dotted_where_it_was_asked():
    figure = drawn(RootsState(), prediction="S1")
    assert shape(figure, "Skin area of your guess")["path"] == person.skin("S1", "right")
    assert "dotted: S1 skin, as you said" in said(figure)
    for state, guess in ((RootsState(), "L5"), (RootsState(), "the cord"), (RootsState(level="L2-3"), "S1")):
        other = drawn(state, prediction=guess)
        assert hidden(other, "Skin area of your guess") and drawing._HINT in said(other)


def test_run_a_is_drawn_and_a_right_prediction_is_told_elsewhere():
    held = simulate(RootsState(level="L5-S1", side="left"))
    figure = drawn(RootsState(), held=held, prediction="L5")
    run = trace(figure, "Skin area in run A")
    assert run["visible"] and run["line"] == LIGHT.stroke("held")
    drawn_now = lines(shape(drawn(RootsState(level="L5-S1", side="left")), "Skin area of the root")["path"])
    x = [value for value in run["x"] if value is not None]
    assert min(x) == pytest.approx(min(u for line in drawn_now for u, _ in line), abs=0.2)
    assert not any("you" in text for text in said(figure)), "it stands over the picture, once"
    assert not trace(drawn(RootsState()), "Skin area in run A")["visible"]


# By hand ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("state", STATES, ids=name_of)
def test_the_herniation_is_dragged_from_zone_to_zone_and_its_knob_sits_on_it(state):
    (one,) = drawing.grips(simulate(state))
    explorer = spine_edu.RootFinder(**vars(state))
    numbers, *across = zip(*one["track"], strict=True)
    assert list(numbers) == list(range(len(one["choices"]))) and list(across[0]) == sorted(across[0])
    material = lines(shape(drawn(state), "Herniation")["path"])[0]
    assert inside(one["track"][one["now"]][1:], material)
    explorer.clicked(one["choices"][one["now"]])
    assert explorer.state == state
    for (_, x, _), choice in zip(one["track"], one["choices"], strict=True):
        explorer.clicked(choice)
        assert explorer.state.zone == "central" or (x < 0) == (explorer.state.side == "right")
    steps = [dist(here, there) for here, there in zip(one["track"], one["track"][1:], strict=False)]
    ways = [dist(here[1:], there[1:]) for here, there in zip(one["track"], one["track"][1:], strict=False)]
    assert len(steps) > 38 and max(ways) < 3.0, "it goes along as good as without stops"
    assert (
        one["body"] == [list(point) for point in drawing._material(state)[0]] or apart(one["body"][0], material) < 0.2
    )


@pytest.mark.parametrize("within", [-100, -25, 50, 100])
@pytest.mark.parametrize("zone", ["central", "subarticular", "foraminal", "extraforaminal"])
def test_within_its_zone_the_herniation_moves_and_the_root_stays(zone, within):
    here, other = RootsState(zone=zone), RootsState(zone=zone, within=within)
    assert simulate(other).root == simulate(here).root
    (x, y), _ = zone_place("L4-5", zone, "right", within / 100)
    material = lines(shape(drawn(other), "Herniation")["path"])[0]
    assert (
        inside(drawing._knob_place("L4-5", zone, "right", within), material)
        and material != lines(shape(drawn(here), "Herniation")["path"])[0]
    )
    assert x < zone_place("L4-5", zone, "right")[0][0] if within > 0 else x > zone_place("L4-5", zone, "right")[0][0]


def test_a_drag_is_one_step_back():
    explorer = spine_edu.RootFinder(ask_first=False)
    for choice in explorer.grips()[0]["choices"]:
        explorer.clicked(choice, "zone")
    assert explorer.state.side == "left"
    explorer.undo()
    assert explorer.state == RootsState()


# By tapping -------------------------------------------------------------------------------------------------------


def tapped(state, place):
    """Return the result after a tap at a place of the paper: what lies uppermost there is chosen."""
    explorer = spine_edu.RootFinder(ask_first=False, **vars(state))
    things = explorer.touches()["things"]
    hit = [choice for choice, path in things.items() if any(inside(place, line) for line in lines(path))]
    explorer.clicked(hit[-1])
    return explorer.result


@pytest.mark.parametrize("state", STATES, ids=name_of)
def test_whatever_is_tapped_is_an_allowed_state(state):
    for choice in drawing.touches(simulate(state))["things"]:
        explorer = spine_edu.RootFinder(ask_first=False, **vars(state))
        explorer.clicked(choice)


@pytest.mark.parametrize("state", STATES, ids=name_of)
def test_a_root_of_the_slice_that_is_tapped_is_reached(state):
    here, result = section(state.level), simulate(state)
    places_ = {result.exiting: here.exiting, **({result.traversing: here.traversing} if here.traversing else {})}
    for root, (x, y) in places_.items():
        if not root:
            continue  # at the top of the chest no root is told that passes
        for side, sign in (("right", -1), ("left", 1)):
            found = tapped(state, (sign * x * here.scale, y * here.scale))
            assert (found.root, found.state.side, found.state.level) == (root, side, state.level)


@pytest.mark.parametrize("root", STRENGTH)
@pytest.mark.parametrize("side", ["left", "right"])
def test_a_patch_of_skin_that_is_tapped_asks_for_its_root_at_the_nearest_disc(root, side):
    patch = lines(person.skin(root, side))[0]
    for level, zone in [*places(root), ("L2-3", "central"), ("T1-2", "foraminal")]:
        found = tapped(RootsState(level=level, zone=zone, side="left"), middle(patch))
        assert (found.root, found.state.side) == (root, side)
        if (level, zone) in places(root):
            assert (found.state.level, found.state.zone) == (level, zone)


@pytest.mark.parametrize("state", STATES, ids=name_of)
def test_a_disc_of_the_column_that_is_tapped_is_chosen_and_the_herniation_stands_at_its_disc(state):
    figure = drawn(state)
    words_, part = said(figure), strip.part(state.level)
    for level in strip.levels(part):
        found = tapped(state, (strip._MIDDLE, strip.height(level))).state
        assert (found.level, found.side) == (level, state.side)
        assert found.zone == state.zone or state.zone not in zones(level)
        label = f"<b>{level}</b>" if level == state.level else level
        assert words_[label][1] == strip.height(level)
    there, _ = lines(shape(figure, "Herniated disc")["path"])
    assert middle(there)[1] == pytest.approx(strip.height(state.level), abs=0.3)
    x, y, text = strip.other(state.level)
    assert text in words_ and strip.part(tapped(state, (x, y - 1)).state.level) != part


def test_discs_that_reach_the_same_root_have_a_dot():
    result = simulate(RootsState())
    assert (result.root, strip.same_root(result)) == ("L5", ("L5-S1",))
    figure = drawn(RootsState())
    (dot,) = centres(shape(figure, "Discs that reach the same root")["path"])
    assert dot[1] == pytest.approx(strip.height("L5-S1"), abs=0.01) and "● also<br>L5 root" in said(figure)
    alone = drawn(RootsState(level="C5-6"))
    assert hidden(alone, "Discs that reach the same root") and not any("●" in text for text in said(alone))


def test_while_the_question_is_open_nothing_is_tapped():
    assert spine_edu.RootFinder(ask_first=True).touches() == {}


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_the_slice_that_is_asked_about_rings_a_root_and_names_none(theme):
    asked = spine_edu.RootFinder.ask
    result = simulate(RootsState(**asked.at))
    figure = drawing.veiled(result, theme=theme)
    assert {"<b>herniation</b>", "<b>?</b>", "<b>disc L4-5</b>"} <= set(said(figure))
    for text in said(figure):
        assert "root" not in text and "equina" not in text and not {"L4", "L5", "S1"} & set(text.split())
    assert "Skin area of the root" not in [one["name"] for one in figure["layout"]["shapes"]]
    assert ring(figure) == pytest.approx(asked.tags["onto"], abs=0.1)
    assert tuple(asked.tags["places"]) == asked.options
    assert "<b>S1</b>" in said(drawing.veiled(result, theme=theme, prediction="S1"))


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("side", ["left", "right"])
def test_clicks_stand_where_they_put_the_herniation(level, side):
    figure = drawn(RootsState(level=level, side=side, zone="central"))
    marks = trace(figure, "Zones to click")
    here = section(level)
    clicks = dict(zip(marks["customdata"], zip(marks["x"], marks["y"], strict=True), strict=True))
    assert set(clicks) == {f"zone:central;side:{side};within:0"} | {
        f"zone:{zone};side:{one};within:0" for zone in zones(level)[1:] for one in ("left", "right")
    }
    for click, (x, y) in clicks.items():
        zone, one, _ = (part.partition(":")[2] for part in click.split(";"))
        assert (x < 0) == (one == "right") or zone == "central"
        place = zone_place(level, zone, one)[0]
        assert (x, y) == pytest.approx((place[0] * here.scale, place[1] * here.scale))
    assert marks["hoverinfo"] == "none"


@pytest.mark.parametrize("level", LEVELS)
def test_only_the_slice_of_the_level_is_shown(level):
    figure = drawn(RootsState(level=level))
    outlines = section(level).outlines
    for tissue, name in (
        ("cord", "Spinal cord"),
        ("cauda_equina", "Roots of the cauda equina"),
        ("outer_annulus", "Annulus"),
        ("nucleus", "Nucleus"),
        ("vessel", "Large vessels"),
    ):
        if not outlines.get(tissue):
            assert hidden(figure, name)
        else:
            assert shape(figure, name)["path"].count("M") == len(outlines[tissue])
    assert f"<b>disc {level}</b>" in said(figure)


@pytest.mark.parametrize("theme", THEMES.values(), ids=THEMES)
def test_tissues_have_their_colours(theme):
    figure = drawn(RootsState(), theme=theme)
    colours = {
        "Annulus": "annulus",
        "Nucleus": "nucleus",
        "Nerve roots": "nerve",
        "Sac": "canal",
        "Muscles": "muscle",
        "Facet joints": "bone",
        "Yellow ligament": "ligament",
        "Canal with fat": "fat",
    }
    assert {name: shape(figure, name)["fillcolor"] for name in colours} == {
        name: theme.solids[solid] for name, solid in colours.items()
    }
    assert shape(figure, "Herniation")["fillcolor"] == theme.fill("herniation")
    assert shape(figure, "What it reaches")["fillcolor"] == theme.color("nerve")
    assert shape(figure, "Skin area of the root")["fillcolor"] == theme.color("nerve")
    assert shape(figure, "Key muscle")["fillcolor"] == theme.solids["muscle"]


def test_the_same_parts_are_drawn_for_every_state():
    parts = {
        tuple(one["name"] for one in (*figure["layout"]["shapes"], *figure["data"])) for figure in map(drawn, STATES)
    }
    assert len(parts) == 1


# Words and tables -------------------------------------------------------------------------------------------------


def test_the_numbers_of_the_skin_map():
    """Murphy 2009: of painful roots 64.1 % (low back) and 69.7 % (neck) were off the map, and 64.9 % of S1 on it."""
    assert [data.value(f"anatomy_roots.{name}") for name in ("off_map_low_back", "off_map_neck", "on_map_s1")] == [
        64.1,
        69.7,
        64.9,
    ]


@pytest.mark.parametrize(
    ("root", "point", "muscle", "reflex"),
    [
        ("C5", "outer side of the elbow crease", "biceps and deltoid", "biceps"),
        ("C6", "thumb", "wrist extensors", "brachioradialis"),
        ("C7", "middle finger", "triceps", "triceps"),
        ("L4", "inner ankle", "tibialis anterior", "knee jerk"),
        ("L5", "top of the foot", "long extensor of the big toe", "none that can be relied on"),
        ("S1", "outer heel", "calf muscles", "ankle jerk"),
    ],
)
def test_the_agreed_points_of_examination(root, point, muscle, reflex):
    """Kirshblum 2011 and Lee 2008."""
    row = next(row for row in data.table("anatomy_roots") if row.root == root)
    assert (row.sensory_point, row.key_muscle, row.reflex) == (point, muscle, reflex)


@pytest.mark.parametrize("state", STATES, ids=name_of)
def test_the_sentence_says_side_zone_level_and_what_is_reached(state):
    text, result = words.sentence(simulate(state)), simulate(state)
    if result.root:
        zone = {"subarticular": "paracentral"}.get(state.zone, state.zone)
        assert text.startswith(
            f"A {state.side} {zone} herniation at {state.level} most often reaches the {state.side} "
            f"{result.root} root, which {'crosses' if result.role == 'traversing' else 'leaves'}"
        )
        assert ("it is the same root" in text) == in_neck(state.level)
        assert ("if it is large" in text) == (state.zone == "subarticular" and result.row is not None)
    else:
        assert text.startswith(f"A central herniation at {state.level} can touch the {result.touched}")
        assert (result.traversing in text) if result.touched == "cauda equina" else True


def test_the_table_says_what_each_zone_reaches():
    rows = words.table(simulate(RootsState(level="L5-S1"))).rows
    assert [row[:2] for row in rows] == [
        ("central", "cauda equina"),
        ("paracentral", "S1 (traversing)"),
        ("foraminal", "L5 (exiting)"),
        ("extraforaminal", "L5 (exiting)"),
    ]
    assert rows[1][2:] == (
        "back of the calf, outer edge of the foot and little toe",
        "outer heel",
        "calf muscles",
        "ankle jerk",
    )
    assert rows[0][2:] == ("–",) * 4


def test_compare_names_both_and_not_the_wrong_way_round():
    one, other = simulate(RootsState(level="L4-5")), simulate(RootsState(level="L5-S1", side="left"))
    assert words.compare(one, other) == "A reaches the right L5 root, this one the left S1 root."
    assert words.compare(other, one) == "A reaches the left S1 root, this one the right L5 root."
    assert words.compare(one, one) == "A reaches the right L5 root too."
    assert words.compare(one, simulate(RootsState(zone="central"))) == (
        "A reaches the right L5 root, this one the cauda equina."
    )
