"""The codebook looked after: what is wrong with it (check), what it makes of a sentence (try), what it lacks (gaps)."""

from sumber.tend.check import Fault, check_files
from sumber.tend.corpus import document_of
from sumber.tend.drafts import Gap, Gaps
from sumber.tend.examples import example_trouble, triggers_of
from sumber.tend.gaps import Sighting, find_sightings
from sumber.tend.pages import Entry, Page, find_entries, pages
from sumber.tend.trial import Attempt, Trial, try_text

__all__ = [
    "Attempt",
    "Entry",
    "Fault",
    "Gap",
    "Gaps",
    "Page",
    "Sighting",
    "Trial",
    "check_files",
    "document_of",
    "example_trouble",
    "find_entries",
    "find_sightings",
    "pages",
    "triggers_of",
    "try_text",
]
