"""Tolls: every figure of the dead, the hurt, the arrested … with its bounds, its source and its time, side by side."""

from sumber.merge.tolls.compare import (
    TOLERANCE,
    Difference,
    Figure,
    Range,
    Series,
    bounds,
    compare,
    figures,
    series,
    summary,
)
from sumber.merge.tolls.plot import plot_tolls

__all__ = [
    "TOLERANCE",
    "Difference",
    "Figure",
    "Range",
    "Series",
    "bounds",
    "compare",
    "figures",
    "plot_tolls",
    "series",
    "summary",
]
