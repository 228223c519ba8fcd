"""What coders decide: judgements on the fields of events, kept for ever beside what the machine said."""
