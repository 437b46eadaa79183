"""A lesson for a hall: what `spine_edu.present` shows of a notebook, in its order, each with its first state."""

import html

import spine_edu
from spine_edu.explorer.session import Session
from website import bake
from website.door import HALL, QUESTIONS


def lesson(number, stills, work, assets):
    """Bake the lesson of a notebook into one file; return its name.

    Parameters
    ----------
    number : str
        Of the notebook.
    stills : dict
        Part -> HTML of the picture that stands for it, for parts that a page cannot run.
    work, assets : pathlib.Path
        As for `bake.state`.
    """
    deck = spine_edu.present(number)
    slides = [_slide(one, number, stills) for one in deck.slides]
    needed = {topic for slide in slides for topic in bake.topics(slide.get("what", QUESTIONS))}
    card = {"title": deck.title, "names": deck.names, "notes": deck.notes}
    told = {"card": card, "topics": sorted(needed), "slides": slides}
    return bake.written(told, work / f"lesson-{number}.json", assets)


def _slide(one, number, stills):
    if not isinstance(one, Session):
        what = f"{QUESTIONS}{number} {one.number}"
    elif one.part in bake.STILL:
        return {"page": f'<div class="spine-site-slide"><h3>{html.escape(one.title)}</h3>{stills[one.part]}</div>'}
    else:
        what = one.part
    return {"what": what, **bake.first(what, "", HALL)}
