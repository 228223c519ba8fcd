"""The shapes of what the routes answer."""
