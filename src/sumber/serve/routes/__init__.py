"""One file a screen: each reads its question, asks the rooms below, and gives plain JSON."""
