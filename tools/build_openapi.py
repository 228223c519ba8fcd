"""Write the HTTP API's OpenAPI document, from which the pages' types are made (make web)."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from sumber.serve import ServeOptions, make_app

TARGET = Path(__file__).parents[1] / "web" / "src" / "openapi.json"


def main() -> None:
    """Write the document; the store it needs is an empty one."""
    with tempfile.TemporaryDirectory() as folder:
        app = make_app(ServeOptions(store=f"{folder}/empty.db", coder="nobody"))
        TARGET.write_text(json.dumps(app.openapi(), indent=1, ensure_ascii=False, sort_keys=True) + "\n", "utf-8")


if __name__ == "__main__":
    main()
