"""The server's time for the data of every page of the desk, on a store of 20,000 articles and 100,000 events.

    python -m evaluate.desk                              makes the store in a temporary folder: some minutes
    python -m evaluate.desk --store big.db --json FILE   makes big.db, or uses it if it is there
    python -m evaluate.desk --store big.db --only-make
    python -m evaluate.desk --store big.db --next        the key "next" at the desk, in Chromium

A request is a route with one filter; what fills its path (documents, events, stories) is drawn from the store. Its
first answer is told apart: what is a function of the whole store is made then, and kept until the store changes.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from evaluate.desk.fill import fill, say
from evaluate.desk.judging import code
from evaluate.desk.measure import is_too_slow, measure, served, table
from evaluate.desk.pressing import measure_next
from evaluate.keep import keep
from sumber.store import Store

ARTICLES = 20_000
JUDGED = 0.1  # share of the articles


def make(path: str, articles: int) -> None:
    """The store, under its name only when it is whole."""
    making = f"{path}.making"
    for rest in Path(path).parent.glob(f"{Path(making).name}*"):
        rest.unlink()
    fill(making, articles, say)
    with Store(making) as store:
        say(f"{code(store, int(articles * JUDGED)):,} judgements")
    Path(making).rename(path)


def main() -> int:
    """Command line; see the module's text. Gives 1 where a page's data takes too long."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--articles", type=int, default=ARTICLES, metavar="N")
    parser.add_argument("--store", metavar="FILE")
    parser.add_argument("--only-make", action="store_true")
    parser.add_argument("--next", action="store_true", help='only the key "next" at the desk, in Chromium')
    parser.add_argument("--only", default="", metavar="TEXT", help="routes that hold it, as /api/tolls")
    parser.add_argument("--rounds", type=int, default=30, metavar="N", help="answers of which each figure is made")
    parser.add_argument("--json", type=Path, metavar="FILE")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = options.store or str(Path(folder) / "big.db")
        if not Path(path).is_file():
            say(f"making {options.articles:,} articles …")
            make(path, options.articles)
        with Store(path) as store:
            documents, events = store.count()
        say(f"{documents:,} articles, {events:,} events, {Path(path).stat().st_size / 1e6:,.0f} MB")
        if options.only_make:
            return 0
        if options.next:
            with served(path) as address:
                print("next:", measure_next(address))
            return 0
        found = measure(path, options.rounds, options.only)
    print(table(found))
    if options.json:
        keep(options.json, "milliseconds", found)
    return int(any(is_too_slow(one) or one["failed"] for one in found.values()))


if __name__ == "__main__":
    sys.exit(main())
