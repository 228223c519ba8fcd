"""Who: persons, organisations, groups and states, each once, with all the words that stand for them."""

from sumber.who.find import find_actors

__all__ = ["find_actors"]
