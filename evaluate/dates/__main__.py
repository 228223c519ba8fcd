"""Both halves of the suite, and what is missed in one of them; see suite.py."""

from __future__ import annotations

import argparse

from evaluate.dates.suite import LANGUAGES, Case, exact, found, read_cases, share


def halves(lang: str) -> dict[str, list[Case]]:
    """The expressions with odd numbers, which rules may be mended by, and those with even ones, which only measure."""
    cases = read_cases(lang)
    return {"odd": cases[::2], "even": cases[1::2]}


def main() -> None:
    """Command line; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--misses", choices=["odd", "even"])
    options = parser.parse_args()
    for lang in LANGUAGES:
        for name, cases in halves(lang).items():
            moments = [(case, found(case)) for case in cases]
            told = [case.mod == moment.mod for case, moment in moments if moment and exact(case, moment)]
            print(f"{lang} {name:5} exact {share(cases):.3f}   mod, where exact {sum(told) / len(told):.3f}")
            for case, moment in moments:
                if name == options.misses and not exact(case, moment):
                    got = f"{moment.begin} {moment.until} {moment.rule}" if moment else "nothing"
                    print(f"  {case.number:3} {case.published} {case.begin} {case.until}  {got}\n      {case.text}")


if __name__ == "__main__":
    main()
