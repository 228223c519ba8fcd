"""Counts: numbers with bounds, and of what.

`find_quantities` reads figures and number words with the words that bound them, the noun they count, and what happened
to the people counted. The words are data: `codebook/{id,en}/numerals.yaml` and `counted.yaml`.
"""

from sumber.counts.quantities import find_quantities

__all__ = ["find_quantities"]
