"""Check the built pages: how large they are, and that they are what the sources make.

    python tools/check_bundle.py             sizes, as a browser fetches them (gzip; fonts as they are)
    python tools/check_bundle.py --compare   build the pages again beside them and compare byte for byte (needs Node)

Exit status 1 where something is too large or differs.
"""

from __future__ import annotations

import argparse
import gzip
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
STATIC = ROOT / "src" / "sumber" / "serve" / "static"
WEB = ROOT / "web"
FIRST = 150_000  # bytes of the first page: what index.html asks for, and the screen it opens
ALL = 600_000
FIRST_SCREEN = "Queue"
PACKED = frozenset({".woff2", ".png", ".webp"})  # packed already: gzip takes nothing off them


def weight(file: Path) -> int:
    """Bytes on the way."""
    data = file.read_bytes()
    return len(data) if file.suffix in PACKED else len(gzip.compress(data, 9, mtime=0))


def first_page(static: Path) -> set[Path]:
    """The files of the first page: index.html, what it and its styles name, the first screen, and what that imports.

    A font is counted where it is the one for Latin letters: a browser fetches others for their letters only.
    """
    index = static / "index.html"
    found = {index}
    fresh = {static / name.lstrip("/") for name in re.findall(r"/assets/[\w.-]+", index.read_text(encoding="utf-8"))}
    fresh |= set(static.glob(f"assets/{FIRST_SCREEN}-*"))
    while fresh:
        found |= fresh
        fresh = {other for file in fresh for other in _needs(file)} - found
    return found


def _needs(file: Path) -> set[Path]:
    """What a file asks for at once: static imports of scripts, fonts for Latin letters of styles."""
    if file.suffix == ".js":
        text = file.read_text(encoding="utf-8")
        names = re.findall(r"(?:\bfrom|\bimport)\s*[\"']\./([\w.-]+)[\"']", text)
    elif file.suffix == ".css":
        fonts = re.findall(r"/assets/([\w.-]+\.woff2)", file.read_text(encoding="utf-8"))
        names = [name for name in fonts if "-latin-" in name]
    else:
        names = []
    return {file.parent / name for name in names}


def sizes(static: Path = STATIC) -> tuple[int, int]:
    """Bytes of the first page, and of all files."""
    files = [file for file in static.rglob("*") if file.is_file()]
    return sum(map(weight, first_page(static))), sum(map(weight, files))


def difference(one: Path, other: Path) -> list[str]:
    """The files in which two folders differ."""
    names = {file.relative_to(folder) for folder in (one, other) for file in folder.rglob("*") if file.is_file()}
    return sorted(str(name) for name in names if not _same(one / name, other / name))


def _same(one: Path, other: Path) -> bool:
    return one.is_file() and other.is_file() and one.read_bytes() == other.read_bytes()


def compare() -> list[str]:
    """Build the pages into a folder of their own; gives the files that differ from those kept."""
    with tempfile.TemporaryDirectory() as folder:
        built = Path(folder) / "static"
        command = ["npx", "--no-install", "vite", "build", "--outDir", str(built), "--emptyOutDir"]
        subprocess.run([*command, "--logLevel", "warn"], cwd=WEB, check=True)
        return difference(STATIC, built)


def main() -> int:
    """Command line; see the module's text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--compare", action="store_true")
    options = parser.parse_args()
    first, whole = sizes()
    wrong = first > FIRST or whole > ALL
    for name, size, most in (("first page", first, FIRST), ("all", whole, ALL)):
        print(f"{name}: {size / 1000:.1f} kB, at most {most / 1000:.0f}")
    if options.compare:
        if shutil.which("npx") is None or not (WEB / "node_modules").is_dir():
            print("not compared: there is no Node here, or its packages are not installed (npm ci in web/)")
            return int(wrong)
        differs = compare()
        wrong = wrong or bool(differs)
        print(f"differ (make web): {', '.join(differs)}" if differs else "they are what the sources make")
    return int(wrong)


if __name__ == "__main__":
    sys.exit(main())
