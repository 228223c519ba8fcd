"""where: place names, what they denote, and the words that name states."""

from sumber.where.countries import CountryWord, find_country_words, lookup, state_of
from sumber.where.find import find_places

__all__ = ["CountryWord", "find_country_words", "find_places", "lookup", "state_of"]
