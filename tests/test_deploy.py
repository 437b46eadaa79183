"""What a hub is given: only settings that its chart knows, and the same environment and version as everywhere."""

import re

import yaml

import spine_edu
from tests.test_environment import ROOT

VALUES = yaml.safe_load((ROOT / "deploy" / "values.yaml").read_text(encoding="utf-8"))
GUIDE = (ROOT / "deploy" / "README.md").read_text(encoding="utf-8")

#: The settings used, looked up in jupyterhub/values.schema.yaml of the chart 4.4.0, and their kinds there. The whole
#: file, laid over the chart's values, fitted that schema when it was written (2026-11-28).
KNOWN = {
    "singleuser.image.name": str,
    "singleuser.image.tag": str,
    "singleuser.defaultUrl": str,
    "singleuser.storage.capacity": str,
    "singleuser.storage.homeMountPath": str,
    "singleuser.extraEnv.SPINE_EDU_KEEP": str,
    "singleuser.memory.guarantee": str,
    "singleuser.memory.limit": str,
    "singleuser.cpu.guarantee": (int, float),
    "singleuser.cpu.limit": (int, float),
    "cull.timeout": int,
    "prePuller.continuous.enabled": bool,
}


def leaves(tree, above=""):
    """Yield each setting's dotted name and value."""
    for name, value in tree.items():
        if isinstance(value, dict):
            yield from leaves(value, f"{above}{name}.")
        else:
            yield above + name, value


def test_every_value_is_one_that_the_chart_knows():
    given = dict(leaves(VALUES))
    assert set(given) == set(KNOWN)
    assert [name for name, value in given.items() if not isinstance(value, KNOWN[name])] == []


def test_the_hub_opens_a_notebook_that_there_is_and_keeps_on_the_volume():
    user = VALUES["singleuser"]
    assert (ROOT / user["defaultUrl"].removeprefix("/lab/tree/")).is_file()
    keep = user["extraEnv"]["SPINE_EDU_KEEP"]
    assert keep.startswith(user["storage"]["homeMountPath"] + "/") and keep.endswith(".json")


def test_image_and_guide_name_the_version_of_the_course():
    image = VALUES["singleuser"]["image"]
    assert image["tag"] == spine_edu.__version__
    assert GUIDE.count(f"{image['name']}:{image['tag']}") == 2


def test_the_guide_speaks_of_files_and_of_the_chart_that_are_there():
    links = [link for link in re.findall(r"\]\(([^)]+)\)", GUIDE) if "://" not in link]
    assert links and [link for link in links if not (ROOT / "deploy" / link).exists()] == []
    chart = re.search(r"--version=(\S+)", GUIDE)[1]
    assert f"Zero to JupyterHub {chart} " in (ROOT / "deploy" / "values.yaml").read_text(encoding="utf-8")
