"""Sumber reads news and keeps who did what to whom, when, where, how many, and who says so, through whom."""

__version__ = "0.1.0"
