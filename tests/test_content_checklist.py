"""The list of what the sources ask for leads to files that there are, and leaves none of the content out."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
NAMED = set(re.findall(r"`([a-z]+/[^`]+?)`", (ROOT / "docs" / "content-checklist.md").read_text(encoding="utf-8")))


def test_what_it_names_is_there() -> None:
    assert [name for name in sorted(NAMED) if not (ROOT / name).is_file()] == []


def test_every_file_of_the_content_is_named() -> None:
    content = {f"resources/{path.parent.name}/{path.name}" for path in (ROOT / "resources").glob("*/*.toml")}
    shown = {name for name in content if name.split("/")[1] in ("exercises", "routines", "learn")}
    assert len(shown) >= 29
    assert shown <= NAMED
