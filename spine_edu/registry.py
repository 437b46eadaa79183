"""The explorers: one line a part. Adding one means a folder of its own, its line here, and its rows in data/."""

#: part -> class name. The part names its rows in data/ and its text lines.
REGISTRY = {
    "start_practice": "Practice",
    "start_forecast": "NoorForecast",
    "cycle_arrows": "ArrowByArrow",
    "cycle_loop": "RunTheLoop",
    "cycle_model": "WholeCycle",
    "cycle_mystery": "MysteryPatient",
    "anatomy_column": "Column",
    "anatomy_roots": "RootFinder",
    "anatomy_tissues": "WhoCanFeel",
    "loads_pressure": "PressureBoard",
    "loads_lifting": "LiftingCalculator",
    "loads_muscle": "OneMuscle",
    "loads_wall": "InsideTheWall",
    "loads_water": "DayAndNight",
    "herniation_shape": "ShapeBuilder",
    "herniation_scans": "TwelveMonthsOfScans",
    "herniation_followup": "ScanAfterAYear",
    "herniation_findings": "FindingsAndPain",
    "treatment_hundred": "HundredPeople",
    "treatment_curves": "TwoCurves",
    "treatment_shelf": "EvidenceShelf",
    "treatment_pathway": "PathwayMap",
    "treatment_cycle": "OnTheCycle",
    "treatment_options": "OptionTable",
    "diagnosis_chances": "WholePeople",
    "diagnosis_examine": "ExamineTheCase",
    "diagnosis_tests": "WhichTest",
    "diagnosis_urgency": "NowSoonRoutine",
    "spasm_mechanisms": "MechanismSwitchboard",
    "spasm_emg": "EmgBench",
    "spasm_triggers": "WhatSetItOff",
    "spasm_guarding": "GuardingCost",
    "claims_tracer": "TraceTheClaim",
    "claims_other_column": "OtherColumn",
    "claims_ledger": "TwoVoices",
    "claims_copy_loss": "CopyLoss",
    "prevention_advice": "AdviceLadder",
    "prevention_wording": "SayItBetter",
    "prevention_map": "ZoomOut",
}

#: A part lives in the folder ``topic/name`` of its own words; this one's data keys are older than the folders.
_ELSEWHERE = {"cycle_model": "cycle.whole"}


def folder(part):
    """Return the dotted folder of a part below ``spine_edu``, such as ``"cycle.loop"``."""
    return _ELSEWHERE.get(part) or part.replace("_", ".", 1)
