"""Documents among each other: copies, whom they were taken from, stories."""
