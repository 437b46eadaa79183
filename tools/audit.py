"""Look up the locked packages in a database of known faults, if one can be reached.

python tools/audit.py [--needed] [--seconds 90]

With ``--needed`` it also fails where no database answers; without it, it says so in one line.
"""

import argparse
import json
import subprocess
import sys
from pathlib import Path

LOCK = Path(__file__).resolve().parent.parent / "requirements-lock.txt"


def main():
    """Read the command line, ask, say what was found; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--needed", action="store_true")
    parser.add_argument("--seconds", type=int, default=90)
    wanted = parser.parse_args()
    said, code = verdict(asked(wanted.seconds), needed=wanted.needed)
    print(said)
    return code


def asked(seconds, lock=LOCK):
    """Return what pip-audit reports of each package, or an empty list if it had no answer in time."""
    words = ["--disable-pip", "--require-hashes", "--requirement", str(lock), "--format", "json", "--timeout", "10"]
    try:
        done = subprocess.run(
            [sys.executable, "-m", "pip_audit", "--progress-spinner", "off", *words],
            capture_output=True,
            text=True,
            timeout=seconds,
        )
        return json.loads(done.stdout)["dependencies"]
    except (subprocess.TimeoutExpired, json.JSONDecodeError):
        return []


def verdict(packages, *, needed=False):
    """Return a sentence about pip-audit's report and the exit code that it deserves.

    A package that the database did not know is no good news: pip-audit skips it and is content.
    """
    looked_at = [one for one in packages if "skip_reason" not in one]
    if not looked_at:
        return "Not audited: no database of known faults answered.", int(needed)
    skipped = [one["name"] for one in packages if "skip_reason" in one]
    faults = [
        f"{one['name']} {one['version']}: {fault['id']}, mended in {', '.join(fault['fix_versions']) or 'no version'}"
        for one in looked_at
        for fault in one["vulns"]
    ]
    lines = [f"{len(looked_at)} packages audited, {len(faults)} known faults.", *faults]
    if skipped:
        lines.append(f"Not in the database: {', '.join(skipped)}.")
    return "\n".join(lines), int(bool(faults or (needed and skipped)))


if __name__ == "__main__":
    sys.exit(main())
