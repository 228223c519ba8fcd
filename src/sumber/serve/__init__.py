"""The local web application and its HTTP API: `make_app` gives it, `run` serves it, `sumber serve` does both."""

from sumber.serve.app import make_app
from sumber.serve.hosts import is_any, is_loopback, names_of
from sumber.serve.options import ServeOptions
from sumber.serve.password import Gate, read_password
from sumber.serve.server import bind, run

__all__ = ["Gate", "ServeOptions", "bind", "is_any", "is_loopback", "make_app", "names_of", "read_password", "run"]
