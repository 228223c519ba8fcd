"""The figures of every collection, by kind and by fine role; with `--misses` the lines that got another role."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path

from evaluate.lines.suite import Reading, collections, f1_by_kind, lost_share, macro_f1, readings, set_aside


def report(found: list[Reading]) -> str:
    """The figures of some lines, in a few lines of text."""
    if not found:
        return "no lines"
    kinds = "  ".join(f"{kind} {value:.3f}" for kind, value in sorted(f1_by_kind(found).items()))
    all_roles = Counter(line.row.role for line in found)
    right = Counter(line.row.role for line in found if line.gold - {"dateline"} <= line.found)
    roles = "  ".join(f"{role} {right[role]}/{count}" for role, count in all_roles.most_common())
    head = f"macro-F1 {macro_f1(found):.3f}, body called furniture {lost_share(found):.4f}"
    return f"{head}\n    F1 by kind: {kinds}\n    right by role: {roles}"


def main() -> None:
    """Command line; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--misses", action="store_true", help="never of the articles that are set aside")
    options = parser.parse_args()
    for name in collections(options.shared):
        found = readings(name, options.shared)
        print(f"{name}: {report(found)}")
        print(f"  of them set aside: {report([line for line in found if set_aside(line.row.article)])}")
        for line in found if options.misses else []:
            if (line.gold != line.found or not line.exact) and not set_aside(line.row.article):
                told = f"{line.row.role} ({'+'.join(sorted(line.gold))}), found {'+'.join(sorted(line.found))}"
                print(f"  {line.row.article} {line.row.number}: {told}: {line.text[:100]}")


if __name__ == "__main__":
    main()
