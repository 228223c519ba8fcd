"""The looks of a chart of tolls: colours, shapes, and text that is safe in XML."""

from __future__ import annotations

import math
import re
from xml.sax.saxutils import escape

#: Text on a light and on a dark ground: colours after Okabe and Ito and after Tol, told apart by colour-blind readers
#: and at least 3:1 against their ground.
COLOURS = (
    ("#0072b2", "#56b4e9"), ("#d55e00", "#ff9f4d"), ("#007a5a", "#2fd0a0"), ("#aa3377", "#f29bc8"),
    ("#7a6a00", "#e6d84a"), ("#444444", "#dddddd"), ("#332288", "#b3a8ff"),
)  # fmt: skip
SHAPES = 8
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def style() -> str:
    """The chart's own style sheet; every class begins with ``toll-``, so that it may stand inside a page."""
    light = "".join(f".toll-c{number}{{color:{pair[0]}}}" for number, pair in enumerate(COLOURS))
    dark = "".join(f".toll-c{number}{{color:{pair[1]}}}" for number, pair in enumerate(COLOURS))
    return (
        ".toll-text{font:13px system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif;fill:#1b1f24}"
        ".toll-title{font-size:16px;font-weight:600}.toll-small{font-size:12px}.toll-soft{fill:#555c66}"
        ".toll-ground{fill:#fff}.toll-halo{stroke:#fff;stroke-width:3;paint-order:stroke;stroke-linejoin:round}"
        ".toll-open,.toll-bar{fill:none;stroke:currentColor;stroke-width:2.5}"
        ".toll-grid{stroke:#dfe3e8}.toll-axis{stroke:#6b727c}" + light + "@media (prefers-color-scheme:dark){"
        ".toll-text{fill:#e8eaed}.toll-soft{fill:#a9b1bb}.toll-ground{fill:#15181c}.toll-halo{stroke:#15181c}"
        ".toll-grid{stroke:#2d333b}.toll-axis{stroke:#8b939e}" + dark + "}"
    )


def shape(kind: int, x: float, y: float, hollow: bool, size: float = 5.0) -> str:
    """A mark around a point: one of SHAPES forms, in the colour of its group; hollow marks show the ground."""
    fill = 'class="toll-ground"' if hollow else 'fill="currentColor"'
    look = f'{fill} stroke="currentColor" stroke-width="2"'
    if kind == 0:
        return f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}" {look}/>'
    return f'<polygon points="{_corners(kind, x, y, size)}" {look}/>'


def _corners(kind: int, x: float, y: float, size: float) -> str:
    """Square, triangle, diamond, triangle on its tip, star, pentagon on its tip, cross of four points."""
    forms = ((4, 45, 1.0), (3, -90, 1.0), (4, 0, 1.0), (3, 90, 1.0), (5, -90, 0.45), (5, 90, 1.0), (4, 45, 0.4))
    count, turn, inner = forms[kind - 1]
    steps = count if inner == 1.0 else 2 * count
    points = []
    for step in range(steps):
        angle = math.radians(turn + 360 * step / steps)
        reach = size * 1.3 * (inner if step % 2 and inner != 1.0 else 1.0)
        points.append(f"{x + reach * math.cos(angle):.1f},{y + reach * math.sin(angle):.1f}")
    return " ".join(points)


def safe(text: str) -> str:
    """Text as XML may hold it: escaped, on one line, without characters that XML forbids."""
    return escape(" ".join(_FORBIDDEN.sub("", text).split()), {'"': "&quot;"})


def wrapped(text: str, width: int) -> list[str]:
    """Text in lines of at most ``width`` characters, broken at blanks, inside a word only where it is longer."""
    lines = [""]
    for word in text.split():
        while len(word) > width:
            room = width - len(lines[-1]) - 1 if lines[-1] else width
            head, word = (word[:room], word[room:]) if room > 0 else ("", word)
            lines[-1] = f"{lines[-1]} {head}".strip()
            lines.append("")
        lines[-1:] = [f"{lines[-1]} {word}".strip()] if len(lines[-1]) + len(word) < width else [lines[-1], word]
    return [line for line in lines if line] or [""]
