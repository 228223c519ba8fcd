"""Plain text: one file, one document. Its text is exactly the decoded input: line ends and byte order mark are kept."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator

from sumber.errors import ReadError
from sumber.model import Document
from sumber.read.encoding import decode
from sumber.read.limits import MAX_BYTES
from sumber.read.stream import read_whole


def read_text(stream: io.BufferedReader, uri: str) -> Iterator[Document | ReadError]:
    """The one document of a text file; its id is the path as it was given."""
    data = read_whole(stream, uri, MAX_BYTES)
    yield Document(id=uri, uri=uri, text=decode(data, uri), sha256=hashlib.sha256(data).hexdigest())
