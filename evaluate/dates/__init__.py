"""Expressions of time of our own, each in a short sentence with its gold interval; see README.md."""
