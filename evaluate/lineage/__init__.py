"""News of our own whose lineage is known: who copied whom, and how many independent origins each story has."""
