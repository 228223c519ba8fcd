"""where: place names, what they denote, and the words that name states."""

from sumber.where.countries import CountryWord, find_country_words, lookup, state_of
from sumber.where.find import find_places
from sumber.where.resolve import HOME_OF

__all__ = ["HOME_OF", "CountryWord", "find_country_words", "find_places", "lookup", "state_of"]
