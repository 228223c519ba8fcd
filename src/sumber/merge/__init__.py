"""merge: what many articles say, held together."""
