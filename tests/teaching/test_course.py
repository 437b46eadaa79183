"""The map is true, and the set-up check says what is wrong."""

from importlib import metadata

from spine_edu import CourseMap, check_setup, data


def test_the_map_links_just_the_notebooks_that_exist(root):
    for row in data.table("notebooks"):
        assert (row.ready == "yes") == (root / "notebooks" / row.file).exists(), row.number
        assert (f"]({row.file})" in CourseMap()._repr_markdown_()) == (row.ready == "yes")
        assert row.question in str(CourseMap())


def test_the_set_up_check_names_what_is_missing_or_too_old(monkeypatch):
    assert check_setup().startswith("Everything the course needs is here")
    monkeypatch.setattr(metadata, "version", lambda name: "7.2.0" if name == "ipykernel" else "99.0")
    assert check_setup().startswith("ipykernel is 7.2.0; it must be 7.4 or newer. Run the set-up command")

    def missing(name):
        raise metadata.PackageNotFoundError(name)

    monkeypatch.setattr(metadata, "version", missing)
    assert "anywidget is missing." in check_setup()
