"""Document → Article: `lay_out` says what each line is for. The table of media is shared: `find_medium`."""

from sumber.layout.cascade import lay_out
from sumber.layout.media import Medium, find_medium

__all__ = ["Medium", "find_medium", "lay_out"]
