"""Figures kept as JSON with the machine and the day they were measured on."""

from __future__ import annotations

import datetime
import json
import os
import platform
from pathlib import Path
from typing import Any


def keep(path: Path, name: str, figures: Any) -> None:
    """Write the figures under a name; folders are made."""
    machine = {"processor": platform.machine(), "cores": os.cpu_count(), "python": platform.python_version()}
    kept = {"date": datetime.date.today().isoformat(), "machine": machine, name: figures}
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(kept, indent=1) + "\n", encoding="utf-8")
