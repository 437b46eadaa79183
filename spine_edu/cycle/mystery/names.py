"""How the probes, suspects and measures of the detective's board are called."""

#: Probe -> its name.
PROBE_NAMES = {
    "wait": "Wait and see",
    "relaxant": "Muscle relaxant",
    "nsaid": "Anti-inflammatory drug",
    "lighter": "No press on disc",
    "heavier": "Half more load",
}
#: Probe in a few letters, as the board and the frames have room for.
SHORT_NAMES = {
    "wait": "Wait",
    "relaxant": "Relaxant",
    "nsaid": "Anti-inflam.",
    "lighter": "No press",
    "heavier": "More load",
}
#: Suspect -> its name.
SUSPECT_NAMES = {
    "load": "Daily load",
    "guarding_reactivity": "Guarding reactivity",
    "nerve_contact": "Nerve contact",
    "sensitisation_gain": "Sensitisation",
}
#: Measure -> its name.
MEASURE_NAMES = {"pain": "Pain", "tightness": "Tightness", "pressure": "Pressure"}
