"""Whatever is handed to the cycle by mistake is refused with one clear sentence that says what is allowed."""

import math

import pytest

from spine_edu.cycle import cohort as cycle_cohort
from spine_edu.cycle import numerics, resting
from spine_edu.cycle import treatments as cycle_treatments
from spine_edu.cycle.arrows import model as cycle_arrows
from spine_edu.cycle.arrows.model import ArrowsState
from spine_edu.cycle.loop import model as cycle_loop
from spine_edu.cycle.loop.model import LoopState
from spine_edu.cycle.whole.model import CycleState

TERMS = CycleState().terms

BAD = {
    "load too high": (lambda: CycleState(load=9),
                      r"Daily load: 9 is outside the range; allowed is 0\.20 × standing to 2\.50"),
    "negative": (lambda: CycleState(guarding_reactivity=-1), r"Guarding reactivity: -1 is outside the range"),
    "not a number": (lambda: CycleState(load=math.nan), r"Daily load: nan is outside"),
    "infinite": (lambda: CycleState(days=math.inf), r"Days shown: inf is outside"),
    "text": (lambda: CycleState(load="heavy"), r"Daily load: 'heavy' is not a number; allowed"),
    "none": (lambda: CycleState(ageing=None), r"Disc ageing: None is not a number"),
    "true": (lambda: CycleState(conditioning=True), r"Trunk conditioning: True is not a number"),
    "list": (lambda: CycleState(herniation_start=[0.5]), r"Herniation at the start: \[0\.5\] is not a number"),
    "unknown view": (lambda: CycleState(view="pie"), r"Show: 'pie' is not an option; allowed are course"),
    "unknown link": (lambda: CycleState(cut_link="hope"), r"Cut a link: 'hope' is not an option"),
    "unknown treatment": (lambda: CycleState(treatment="magnets"), r"Treatment: 'magnets' is not an option"),
    "refused treatment": (lambda: CycleState(third_treatment="vertebroplasty"), r"fills a broken vertebra"),
    "treatment before the start": (lambda: CycleState(treatment_day=-3), r"Treatment starts on day: -3 is outside"),
    "unknown control": (lambda: CycleState().replace(posture=1), r"no control named posture; there are load"),
    "another explorer's line": (lambda: CycleState.from_text("cycle_loop v1: gain 1", "cycle_model"),
                                r"not a line of this explorer"),
    "a line with a wrong word": (lambda: CycleState.from_text("cycle_model v1: luck 3", "cycle_model"),
                                 r"names no control"),
    "a line with a wrong value": (lambda: CycleState.from_text("cycle_model v1: load much", "cycle_model"),
                                  r"'much' is not a number"),
    "fold in nothing": (lambda: resting.folds(TERMS, "mood", 0, 1), r"no term named 'mood'"),
    "fold upside down": (lambda: resting.folds(TERMS, "load", 2, 1),
                         r"lower end 2 must be below the upper end 1"),
    "root without crossing": (lambda: numerics.root(lambda x: x + 1, 0, 1), r"there is no crossing"),
    "no such plan": (lambda: cycle_treatments.effects("prayer"), r"no treatment named 'prayer'; there are short_rest"),
    "cement": (lambda: cycle_treatments.effects("vertebroplasty"), r"acts on no part of this loop"),
    "nobody": (lambda: cycle_cohort.draw(0), r"patients must be a whole number of at least 1; 0 is not"),
    "half a patient": (lambda: cycle_cohort.draw(2.5), r"patients must be a whole number"),
    "wrong seed": (lambda: cycle_cohort.draw(5, seed="lucky"), r"seed must be a whole number of at least 0"),
    "cut nothing": (lambda: cycle_cohort.follow(cycle_cohort.draw(2), cut="faith"), r"no term named 'faith' to cut"),
    "cohort with cement": (lambda: cycle_cohort.follow(cycle_cohort.draw(2), plan=(("vertebroplasty", 3),)),
                           r"fills a broken vertebra"),
    "gain too high": (lambda: LoopState(gain=3),
                      r"Gain per turn: 3\.?0* is outside the range; allowed is 0\.00 to 1\.50"),
    "no clearance": (lambda: LoopState(clearance=0), r"Clearance: 0 is outside"),
    "unknown story": (lambda: LoopState(story="fate"), r"Story told: 'fate' is not an option"),
    "drains nothing": (lambda: cycle_loop.half_life(0.5, 0, 1), r"drains nothing; it must be above 0"),
    "negative gain": (lambda: cycle_loop.half_life(-0.5, 0.3, 1), r"must not be negative"),
    "six steps": (lambda: ArrowsState(steps=6),
                  r"Steps of the article shown: 6 is outside the range; allowed is 1 to 5"),
    "no such arrow": (lambda: ArrowsState(arrow="pain_luck"), r"'pain_luck' is not an option"),
    "sign": (lambda: cycle_arrows.polarity(["+", "0"]), r"signs of a loop are \+ or -"),
    "no signs": (lambda: cycle_arrows.polarity([]), r"signs of a loop are \+ or -"),
}


@pytest.mark.parametrize("call, words", BAD.values(), ids=BAD)
def test_refused_with_one_clear_sentence(call, words):
    with pytest.raises(ValueError, match=words) as refusal:
        call()
    text = str(refusal.value)
    assert "\n" not in text and len(text) < 600 and text.rstrip().endswith(".")
