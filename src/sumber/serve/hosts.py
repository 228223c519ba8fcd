"""Under which names a server answers. DNS rebinding gives a foreign name to this machine's address, so that a foreign
page can ask here as if it were at home; a request must therefore name this host.
"""

from __future__ import annotations

import ipaddress
import re
import socket

_HOST = re.compile(r"(?:\[(?P<six>[0-9a-f:.]+)\]|(?P<name>[a-z0-9_.-]+))(?::(?P<port>\d{1,5}))?", re.I)
LOOPBACK = ("127.0.0.1", "localhost", "::1")


def host_of(header: str) -> str | None:
    """The name or address of a Host header, in small letters, without port and brackets; None where it is none."""
    found = _HOST.fullmatch(header.strip())
    if found is None or (found["port"] and int(found["port"]) > 65535):
        return None
    if found["six"]:
        return _address(found["six"])
    name = found["name"].lower().removesuffix(".")
    return name or None


def answers_to(host: str | None, hosts: tuple[str, ...], any_address: bool) -> bool:
    """True where a server of these names is meant. With ``any_address`` numbers do as well: only a name can be turned
    to another machine."""
    if host is None:
        return False
    return host in hosts or (any_address and _address(host) is not None)


def names_of(host: str, given: tuple[str, ...] = ()) -> tuple[str, ...]:
    """The names of a server that listens on ``host``: its own, those given, and where it listens to all the world, this
    machine's."""
    names = [*given, host]
    if is_loopback(host):
        names += LOOPBACK
    elif is_any(host):
        names += [*LOOPBACK, socket.gethostname(), socket.getfqdn()]
    found = (host_of(f"[{name}]" if ":" in name else name) for name in names)
    return tuple(dict.fromkeys(name for name in found if name and not is_any(name)))


def is_any(host: str) -> bool:
    """True where a host stands for all addresses of this machine."""
    address = _address(host)
    return address is not None and ipaddress.ip_address(address).is_unspecified


def is_loopback(host: str) -> bool:
    """True where a host is reached from this machine alone."""
    address = _address(host)
    return host.lower() == "localhost" if address is None else ipaddress.ip_address(address).is_loopback


def _address(host: str) -> str | None:
    try:
        return ipaddress.ip_address(host).compressed
    except ValueError:
        return None
