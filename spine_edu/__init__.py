"""spine_edu: work out what herniated discs and back spasm are, do and become. It teaches; it never advises a patient.

Everything a notebook needs is imported from here; modules are loaded when first used.
"""

import lazy_loader

from spine_edu.registry import REGISTRY, folder

__version__ = "0.1.0"

__getattr__, __dir__, __all__ = lazy_loader.attach(
    __name__,
    submod_attrs={
        **{f"{folder(part)}.explorer": [name] for part, name in REGISTRY.items()},
        "cycle.sbml": ["sbml"],
        "classroom.deck": ["present"],
        "data": ["parameter", "references", "table"],
        "teaching.beliefs": ["Beliefs", "InYourWords"],
        "teaching.course": ["CourseMap", "check_setup"],
        "teaching.my": ["my"],
        "teaching.questions": ["Again", "CheckYourself"],
        "teaching.story": ["case", "glossary", "warning_signs"],
        "teaching.then_and_now": ["ThenAndNow"],
        "theme": ["THEMES"],
    },
)
__all__ += ["__version__"]
