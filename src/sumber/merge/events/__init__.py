"""Which reports tell one event, and how many independent voices stand behind it."""
