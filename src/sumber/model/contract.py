"""The JSON Schema (draft 2020-12) of the output contract, generated from the records."""

from __future__ import annotations

from typing import Any

from sumber.model.record import CONTRACT_NAMES, Record


def _renamed(value: Any) -> Any:
    """The records say `begin`/`until` where the contract says `from`/`to`."""
    if isinstance(value, list):
        return [_renamed(item) for item in value]
    if not isinstance(value, dict):
        return value
    out = {key: _renamed(item) for key, item in value.items()}
    if isinstance(out.get("properties"), dict):
        out["properties"] = {CONTRACT_NAMES.get(name, name): item for name, item in out["properties"].items()}
        # Every field is always written, `null` where nothing is stated, so every field is required.
        out["required"] = list(out["properties"])
        out["additionalProperties"] = False
    return out


def record_schema() -> dict[str, Any]:
    """The schema of one record as `sumber code --json` prints it."""
    # Pydantic comes with spaCy; it is needed for this only, so nothing else waits for its import.
    from pydantic import TypeAdapter

    schema: dict[str, Any] = _renamed(TypeAdapter(Record).json_schema(mode="serialization"))
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
