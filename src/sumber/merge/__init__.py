"""What many records say together: copies, same events, tolls."""
