"""The shape builder: build what stands out of a disc, and see what it is called and which root lies there."""

from spine_edu.explorer.asking import Pick
from spine_edu.explorer.session import Session
from spine_edu.herniation.shape import figure, model, words


class ShapeBuilder(Session):
    """Build a bulge, protrusion, extrusion or free piece; the agreed name follows by its rules."""

    part = "herniation_shape"
    title = "Shape builder: what is it called, and what lies in its way?"
    model, figures, words, State = model, figure, words, model.ShapeState
    first = ("zone", "extent", "dome", "reach")
    behind = {
        "herniation_names": ("Rules", "name"),
        "herniation_zones": ("Zones", "zone"),
        "herniation_levels": ("What the canal holds", "level"),
        "anatomy_discs": ("Discs", "disc"),
        "anatomy_vertebrae": ("Vertebrae", "vertebra"),
        "anatomy_roots": ("Roots", "root"),
    }
    ask = Pick(
        "Noor’s scan: material has come out of the L5-S1 disc. It is still joined, and it is wider outside than "
        "at its base. What is the agreed name?",
        ("bulge", "protrusion", "extrusion", "sequestration"),
        answer=lambda result: result.name,
        todo="Now pull at it: make the dome narrower or the base wider, and see where the name changes.",
        at=model.ASKED,
        voice="The asked shape is",
    )
    checks = {
        "tall": lambda result: result.rule.rule == "tall" and not result.migration,
        "other_root": lambda result: (result.state.level, result.root, result.touched) == ("L5-S1", "L5", True),
        "third": lambda result: result.rule.rule == "free" and result.grade in ("moderate", "severe"),
    }
    failures = {
        "soft": lambda result: result.share > 0.4 and result.sac_touched,
        "feeling": lambda result: result.touched and result.state.reach <= 2,
        "msu_letter": lambda result: result.msu == "2-B",
        "large_bulge": lambda result: result.rule.rule == "broad" and result.state.reach > result.reach,
        "moved": lambda result: result.migration < -15 and result.root_kind == "traversing" and result.touched,
    }
