"""Write the licences of what is inside the built pages: src/sumber/serve/licences.txt.

    python tools/build_licences.py           after npm ci in web/

What is inside are the packages that web/package.json depends on at run time with all that they need, and Svelte, which
compiles itself into the pages.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MODULES = ROOT / "web" / "node_modules"
WRITTEN = ROOT / "src" / "sumber" / "serve" / "licences.txt"
ALSO = ("svelte",)
NOT_INSIDE = ("commander",)  # of topojson-client's command line
DATA = (
    "The outlines of countries in the pages are Natural Earth's (naturalearthdata.com), which are in the public\n"
    "domain; world-atlas packs them. Source Serif 4 is Adobe's, with Reserved Font Name 'Source'."
)


def inside() -> list[str]:
    """The names of the packages, in the order of the alphabet."""
    lock = json.loads((ROOT / "web" / "package-lock.json").read_text(encoding="utf-8"))
    found = {
        path.removeprefix("node_modules/")
        for path, package in lock["packages"].items()
        if path.startswith("node_modules/") and not package.get("dev") and not package.get("optional")
    }
    return sorted((found | set(ALSO)) - set(NOT_INSIDE))


def text() -> str:
    """All licences, each under the name and version of its package."""
    parts = ["Licences of what is inside the pages of the desk", DATA]
    for name in inside():
        folder = MODULES / name
        package = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        licence = next(file for file in sorted(folder.iterdir()) if file.name.upper().startswith("LICEN"))
        head = f"{name} {package['version']} ({package['license']})"
        parts.append(f"{head}\n{'=' * len(head)}\n\n{licence.read_text(encoding='utf-8').strip()}")
    return "\n\n\n".join(parts) + "\n"


def main() -> int:
    """Write the file."""
    WRITTEN.write_text(text(), encoding="utf-8")
    print(f"{WRITTEN.relative_to(ROOT)}: {', '.join(inside())}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
