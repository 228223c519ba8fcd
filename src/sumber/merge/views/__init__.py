"""What the corpus answers: stories, an event with all its reports and voices, tolls, actors, sources."""

from sumber.merge.views.actors import list_actors
from sumber.merge.views.event import EventView, Report, view_event
from sumber.merge.views.sources import OutletView, list_sources
from sumber.merge.views.story import Shared, StoryView, Teller, list_stories, shared_text, view_story
from sumber.merge.views.tolls import EventToll, TollView, view_tolls

__all__ = [
    "EventToll",
    "EventView",
    "OutletView",
    "Report",
    "Shared",
    "StoryView",
    "Teller",
    "TollView",
    "list_actors",
    "list_sources",
    "list_stories",
    "shared_text",
    "view_event",
    "view_story",
    "view_tolls",
]
