"""Write data/datapackage.json from the short declaration of the columns in data/columns.toml.

    python tools/datapackage.py

A test compares the two, so that neither is changed alone.
"""

import json
import re
import tomllib
from pathlib import Path

DATA = Path(__file__).resolve().parent.parent / "data"
_RULE = re.compile(
    r"(?P<needed>needed )?(?:"
    r"(?P<text>text(?: with numbers of (?P<numbers>\w+\.\w+))?)"
    r"|(?P<number>number|integer)(?:, (?P<low>-?[\d.]+) (?:to (?P<high>-?[\d.]+)|or more))?"
    r"|(?P<link>one|key|keys|option) of (?P<of>.+))"
)


def describe(declared):
    """Return the data package of a declaration, both as dicts; a ValueError names what is wrong in which table."""
    tables = [_resource(name, declared) for name in declared["tables"]]
    return {
        "name": declared["name"],
        "title": declared["title"],
        "licenses": [declared["license"]],
        "resources": [{"name": "references", **declared["references"]}, *tables],
    }


def _resource(name, declared):
    table = declared["tables"][name]
    columns = [declared["shared"][column] if isinstance(column, str) else column for column in table["columns"]]
    schema = {"primaryKey": table["key"], "fields": [_field(name, *column) for column in columns]}
    if pointers := _pointers(name, columns, declared["tables"]):
        schema["foreignKeys"] = pointers
    return {"name": name, "path": f"{name}.csv", "description": table["about"], "schema": schema}


def _read(table, column, rule):
    found = _RULE.fullmatch(rule)
    if not found:
        raise ValueError(f"columns.toml, table {table}, column {column}: {rule!r} is no rule.")
    return found


def _field(table, column, rule, meaning):
    """Return one field of a schema from the three parts of a column."""
    found = _read(table, column, rule)
    field = {"name": column, "type": found["number"] or "string", "description": meaning}
    limits = {
        "required": True if found["needed"] else None,
        "enum": found["of"].split(" | ") if found["link"] == "one" else None,
        "minimum": json.loads(found["low"]) if found["low"] else None,
        "maximum": json.loads(found["high"]) if found["high"] else None,
    }
    if constraints := {rule: limit for rule, limit in limits.items() if limit is not None}:
        field["constraints"] = constraints
    if found["numbers"]:
        field["numbersOf"] = found["numbers"]
    if found["link"] in ("keys", "option"):
        field["refersTo" if found["link"] == "keys" else "optionOf"] = found["of"]
    return field


def _pointers(name, columns, tables):
    """Return the foreign keys of a table: columns whose cells stand in another table."""
    pairs = [(column, _read(name, column, rule)) for column, rule, _ in columns]
    found = [(column, rule["of"], tables[rule["of"]]["key"]) for column, rule in pairs if rule["link"] == "key"]
    if other := tables[name].get("key_of"):
        found.append((tables[other]["key"], other, tables[other]["key"]))
    return [{"fields": fields, "reference": {"resource": other, "fields": key}} for fields, other, key in found]


def text(folder=DATA):
    """Return what datapackage.json must hold."""
    declared = tomllib.loads((folder / "columns.toml").read_text(encoding="utf-8"))
    return json.dumps(describe(declared), indent=1, ensure_ascii=False) + "\n"


if __name__ == "__main__":
    (DATA / "datapackage.json").write_text(text(), encoding="utf-8", newline="\n")
