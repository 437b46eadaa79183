"""The explorers. One line a part: adding an explorer means adding its line here and its module in each layer."""

#: part -> class name; the part is the module's name in models, figures, words and explorers.
REGISTRY = {
    "start_practice": "Practice",
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
    "herniation_findings": "FindingsAndPain",
}
