"""How well the shipped language model reads: `python -m evaluate.language --data DIR [--json FILE]`.

Trees: UPOS, UAS, LAS with subtypes, on gold tokens with and without punctuation, and on own tokens and sentences from
the raw text. Names: exact spans. Attribution: PolNeAR dev, spans exact and by character. Intervals are bootstrapped.
"""

from evaluate.language.measure import evaluate

__all__ = ["evaluate"]
