"""Measure Sumber and hold the figures against floors.json.

    python -m evaluate                    all sets whose data is there, and speed
    python -m evaluate --only cases seed  some of them
    python -m evaluate --raise            lift floors to what was reached (never lowers one)

Exit status 1 where a figure is under its floor. `--json FILE` keeps the figures with machine and date.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import subprocess
import sys
from pathlib import Path

from evaluate.accuracy import SETS, Scores, measure
from evaluate.keep import keep

FLOORS = Path(__file__).with_name("floors.json")
MARGIN = 0.02
#: These are good when small: their "floor" is a ceiling.
SMALLER_IS_BETTER = {
    "share of the rooms after parse",
    "says beside parse",
    "layout to counts beside parse",
    "peak memory MB",
    "edges invented",
    "cases body called furniture",
    "fresh body called furniture",
    "pages body called furniture",
}
#: What another program reaches on the same data begins with its name: it stands beside ours and has no floor.
PEERS = ("dateparser ",)


def _speed() -> Scores:
    # One thread, whatever the machine offers: the figure is articles a second and core.
    environment = {**os.environ, "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "evaluate.speed"], capture_output=True, text=True, check=True, env=environment
    )
    scores: Scores = json.loads(done.stdout)
    return scores


def holds(name: str, value: float, floor: float) -> bool:
    """True where a figure is as good as its floor."""
    return value <= floor if name in SMALLER_IS_BETTER else value >= floor


def table(found: dict[str, Scores | None], floors: dict[str, Scores]) -> tuple[str, bool]:
    """The figures as text, and whether all hold."""
    lines, good = [f"{'set':14} {'measure':34} {'reached':>9} {'floor':>9}"], True
    for name, scores in found.items():
        if scores is None:
            lines.append(f"{name:14} its data is not here: left out")
            continue
        for measure_name, value in scores.items():
            floor = floors.get(name, {}).get(measure_name)
            ok = floor is None or holds(measure_name, value, floor)
            good = good and ok
            shown = "" if floor is None else f"{floor:9.3f}"
            lines.append(f"{name:14} {measure_name:34} {value:9.3f} {shown:>9}{'' if ok else '  UNDER ITS FLOOR'}")
    return "\n".join(lines), good


def raised(found: dict[str, Scores | None], floors: dict[str, Scores]) -> dict[str, Scores]:
    """Floors lifted to a little under what was reached; accuracy only, for speed is the machine's.

    Processors round int8 products differently, so that single labels change: MARGIN is left for that.
    """
    lifted = {name: dict(scores) for name, scores in floors.items()}
    for name, scores in found.items():
        if name == "speed":
            continue
        for measure_name, value in (scores or {}).items():
            if measure_name.startswith(PEERS) or measure_name in SMALLER_IS_BETTER:
                continue
            new = value - 1 if value >= 2 else math.floor((value - MARGIN) * 100) / 100
            old = lifted.setdefault(name, {}).get(measure_name, 0.0)
            lifted[name][measure_name] = max(old, new)
    return lifted


def main() -> int:
    """Command line; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"), help="where data, cases and scorers lie")
    parser.add_argument("--only", nargs="+", choices=[*SETS, "speed"], default=[*SETS, "speed"])
    parser.add_argument("--workers", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--json", type=Path, metavar="FILE")
    parser.add_argument("--raise", dest="lift", action="store_true")
    options = parser.parse_args()
    floors = json.loads(FLOORS.read_text(encoding="utf-8"))
    found: dict[str, Scores | None] = {}
    for name in options.only:
        print(f"measuring {name} …", file=sys.stderr, flush=True)
        found[name] = _speed() if name == "speed" else measure(name, options.shared, options.workers)
    text, good = table(found, floors)
    print(text)
    if options.json:
        keep(options.json, "scores", found)
    if options.lift:
        FLOORS.write_text(json.dumps(raised(found, floors), indent=1) + "\n", encoding="utf-8")
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
