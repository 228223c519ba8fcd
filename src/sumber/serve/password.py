"""One password for a desk that other machines reach: kept as a salted hash, guessed slowly, remembered by a cookie."""

from __future__ import annotations

import hashlib
import hmac
import ipaddress
import secrets
import threading
import time
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sumber.errors import SettingsError

SHORTEST = 12  # characters
LONGEST = 1_000
FREE = 5  # guesses of one address that are answered at once; then each failure doubles the wait
LONGEST_WAIT = 900.0  # seconds
A_MINUTE = 60  # guesses of all addresses together
KEPT = 12 * 3_600.0  # seconds that a session lasts without being used
MOST = 1_000  # sessions, and addresses that guessed

Clock = Callable[[], float]


def read_password(path: str) -> str:
    """The password in a file: its first line. Raises SettingsError where it is no secret or none at all."""
    try:
        mode = Path(path).stat().st_mode
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(f"{path}: the password cannot be read ({error})") from error
    if mode & 0o077:
        raise SettingsError(f"{path}: others on this machine can read the password. Close the file: chmod 600 {path}")
    password = lines[0].strip() if lines else ""
    if not SHORTEST <= len(password) <= LONGEST:
        raise SettingsError(f"{path}: the first line is to hold a password of {SHORTEST} to {LONGEST} characters")
    return password


class Gate:
    """Who may come in. Used by several threads at once."""

    def __init__(self, password: str, clock: Clock = time.monotonic) -> None:
        self._salt = secrets.token_bytes(16)
        self._hash = self._hashed(password)
        self._clock = clock
        self._lock = threading.Lock()
        self._sessions: dict[bytes, float] = {}
        self._guesses: dict[str, tuple[int, float]] = {}
        self._minute: deque[float] = deque()

    def wait(self, address: str) -> float:
        """Seconds until an address may guess, 0 where it may now. The guess is counted at once, so that many at one
        time are no way around."""
        who, now = _neighbourhood(address), self._clock()
        with self._lock:
            while self._minute and self._minute[0] <= now - 60:
                self._minute.popleft()
            count, until = self._guesses.get(who, (0, 0.0))
            left = max(until - now, self._minute[0] + 60 - now if len(self._minute) >= A_MINUTE else 0.0)
            if left > 0:
                return left
            self._minute.append(now)
            delay = min(LONGEST_WAIT, 2.0 ** (count + 1 - FREE)) if count + 1 >= FREE else 0.0
            self._guesses.pop(who, None)
            self._guesses[who] = (count + 1, now + delay)
            _forget_oldest(self._guesses)
        return 0.0

    def opens(self, password: str, address: str) -> bool:
        """True where the password is right; the guesses of the address are forgotten then. Takes some 50 ms."""
        right = len(password) <= LONGEST and hmac.compare_digest(self._hashed(password), self._hash)
        if right:
            with self._lock:
                self._guesses.pop(_neighbourhood(address), None)
        return right

    def enter(self) -> str:
        """A new session: what its cookie holds."""
        token = secrets.token_urlsafe(32)
        with self._lock:
            self._sessions[_digest(token)] = self._clock() + KEPT
            _forget_oldest(self._sessions)
        return token

    def knows(self, token: str) -> bool:
        """True where a session is open; it lasts longer by it."""
        key, now = _digest(token), self._clock()
        with self._lock:
            until = self._sessions.pop(key, 0.0)
            if until <= now:
                return False
            self._sessions[key] = now + KEPT
        return True

    def leave(self, token: str) -> None:
        """End a session."""
        with self._lock:
            self._sessions.pop(_digest(token), None)

    def _hashed(self, password: str) -> bytes:
        return hashlib.scrypt(password.encode(), salt=self._salt, n=1 << 14, r=8, p=1)


def _digest(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _neighbourhood(address: str) -> str:
    """The address; of IPv6 the network of 64 bits, for one machine has all addresses of it."""
    try:
        parsed = ipaddress.ip_address(address)
    except ValueError:
        return address
    return str(parsed) if parsed.version == 4 else str(ipaddress.ip_network((parsed, 64), strict=False))


def _forget_oldest(kept: dict[Any, Any]) -> None:
    while len(kept) > MOST:
        kept.pop(next(iter(kept)))
