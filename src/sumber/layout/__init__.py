"""Document → Article: `lay_out` says what each line is for. The table of media is shared: `find_medium`."""

from sumber.layout.cascade import lay_out
from sumber.layout.credits import credited_media
from sumber.layout.media import Medium, canonical, find_medium, same_medium

__all__ = ["Medium", "canonical", "credited_media", "find_medium", "lay_out", "same_medium"]
