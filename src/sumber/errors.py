"""What can go wrong. The message of each is the sentence a person is shown: what happened, where, and what to do."""

from __future__ import annotations


class SumberError(Exception):
    """Something Sumber can say plainly. All errors below are of this kind."""


class ReadError(SumberError):
    """One input cannot be read. It costs that input only; the run goes on and the exit status tells."""

    def __init__(self, uri: str, trouble: str) -> None:
        super().__init__(f"{uri}: {trouble}")
        self.uri = uri
        self.trouble = trouble


class CodebookError(SumberError):
    """A codebook file is missing or does not keep to its schema."""


class ModelError(SumberError):
    """A shipped model is missing or is not the file its card names."""


class StoreError(SumberError):
    """The store cannot be opened, is of another version, or does not hold what was asked for."""


class SettingsError(SumberError):
    """A setting in sumber.toml or a SUMBER_* variable is not understood."""


class EngineError(SumberError):
    """The engine that was asked for is not installed or could not start."""


class ServeError(SumberError):
    """The desk cannot be opened where it was asked for."""


class ReviewError(SumberError):
    """A judgement cannot be kept as it was sent."""


class ConflictError(ReviewError):
    """Somebody else judged the same field in the meantime; nothing was kept of this judgement."""

    def __init__(self, report: str, fields: tuple[str, ...]) -> None:
        super().__init__(f"{report}: {', '.join(fields)} was judged elsewhere in the meantime. Look at it again.")
        self.report = report
        self.fields = fields
