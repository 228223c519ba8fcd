"""Write the JSON Schema of the record, made from the frozen records in `sumber.model`: python tools/build_schema.py"""

from __future__ import annotations

import json
from pathlib import Path

from sumber.model.contract import record_schema

TARGET = Path(__file__).resolve().parent.parent / "src" / "sumber" / "model" / "record.schema.json"

if __name__ == "__main__":
    TARGET.write_text(json.dumps(record_schema(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    print(f"written: {TARGET.name}")
