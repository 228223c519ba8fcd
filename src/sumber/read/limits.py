"""How much of an input is ever held in memory, and the sentence for each limit that is passed."""

from __future__ import annotations

MAX_BYTES = 2_000_000  # of one document, a text file or a line of a .jsonl file: 300,000 words, minutes of coding
MAX_PAGE_BYTES = 10_000_000  # of one HTML page: taking a page apart costs some fifty times its size
MAX_PAGE_TAGS = 100_000  # of one HTML page: a news page has some thousands
CHUNK = 1 << 16

# A gzip file is refused as a bomb where it unpacks to more than BOMB_FLOOR bytes at more than BOMB_RATIO to one.
# News packs at 3 to 10 to one, a feed that repeats itself at 50; the format's own limit is 1032.
BOMB_FLOOR = 4_000_000
BOMB_RATIO = 200


def megabytes(count: int) -> str:
    """``50 MB`` for 50000000."""
    return f"{count / 1_000_000:g} MB"
