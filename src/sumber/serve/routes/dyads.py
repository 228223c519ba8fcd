"""Routes of dyads."""

from __future__ import annotations

from fastapi import APIRouter

router = APIRouter(tags=["dyads"])
