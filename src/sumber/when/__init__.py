"""When: expressions of time to intervals of days, and the day of publication.

`find_published` says when the article appeared and how that is known, `find_times` reads its expressions of time.
The rules are data: `codebook/{id,en}/time.yaml`.
"""

from sumber.when.published import find_published
from sumber.when.times import find_times

__all__ = ["find_published", "find_times"]
