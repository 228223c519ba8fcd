"""Positions in a text as the server counts them (code points) and as the browser does (UTF-16), both ways."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

WEB = Path(__file__).parents[2] / "web"
NODE = shutil.which("node")
TEXTS = [
    "",
    "Polisi menangkap 12 orang.",
    "🔥🔥 kebakaran 😀 di Jakarta",
    "ရန်ကုန်မြို့တွင် ဆန္ဒပြသူ ၁၂ ဦး 👮🏽‍♀️ ဖမ်းဆီးခံရ",
    "a\U0001f1ee\U0001f1e9b\U0001f468‍\U0001f469‍\U0001f467c",
]
SCRIPT = """
const [source, compiler, texts] = JSON.parse(require('fs').readFileSync(0, 'utf8'));
const compilerOptions = { module: 'ESNext', target: 'ES2022' };
const { outputText } = require(compiler).transpileModule(source, { compilerOptions });
import('data:text/javascript;base64,' + Buffer.from(outputText).toString('base64')).then(({ Offsets }) => {
  const found = texts.map((text) => {
    const offsets = new Offsets(text);
    const points = [...text].length;
    return {
      units: Array.from({ length: points + 1 }, (_, at) => offsets.toUnits(at)),
      points: Array.from({ length: text.length + 1 }, (_, at) => offsets.toPoints(at)),
    };
  });
  console.log(JSON.stringify(found));
});
"""


@pytest.mark.skipif(
    NODE is None or not (WEB / "node_modules/typescript").is_dir(), reason="the pages' tools are absent"
)
def test_both_ways() -> None:
    source = (WEB / "src/lib/offsets.ts").read_text("utf-8")
    asked = json.dumps([source, str(WEB / "node_modules/typescript"), TEXTS])
    assert NODE is not None
    run = subprocess.run([NODE, "-e", SCRIPT], input=asked, capture_output=True, text=True, check=True, timeout=60)
    for text, found in zip(TEXTS, json.loads(run.stdout), strict=True):
        units = [len(text[:at].encode("utf-16-le")) // 2 for at in range(len(text) + 1)]
        assert found["units"] == units
        for point, unit in enumerate(units):
            assert found["points"][unit] == point


def test_words_of_both_languages_are_the_same() -> None:
    for name in sorted((WEB / "src/words/en").glob("*.json")):
        english, indonesian = (
            json.loads((WEB / "src/words" / lang / name.name).read_text("utf-8")) for lang in ("en", "id")
        )
        assert english.keys() == indonesian.keys(), name.name
        for key, words in english.items():
            places = [{part.split("}")[0] for part in said.split("{")[1:]} for said in (words, indonesian[key])]
            assert places[0] == places[1], key
