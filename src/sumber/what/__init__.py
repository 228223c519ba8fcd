"""What happened: triggers and frames → events (PLOVER) with status and contexts, and standing relations."""

from sumber.what.events import find_events
from sumber.what.lexicon import build_lexicon, load_lexicon
from sumber.what.relations import find_relations

__all__ = ["build_lexicon", "find_events", "find_relations", "load_lexicon"]
