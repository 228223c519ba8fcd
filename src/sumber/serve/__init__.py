"""The local web application and its HTTP API: `make_app` gives it, `sumber serve` runs it."""

from sumber.serve.app import make_app
from sumber.serve.options import ServeOptions

__all__ = ["ServeOptions", "make_app"]
