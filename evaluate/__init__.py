"""How good and how fast Sumber is, measured; see __main__.py."""
