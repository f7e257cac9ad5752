"""Collects every word of the app for translators, and compiles what they give back.

Usage: python packaging/translations.py [LANGUAGE …]

Brings resources/translations/LANGUAGE.ts up to date, such as de.ts or pt_BR.ts, and makes it where there is none; what
is translated stays. Then compiles each .ts file there to the .qm file that the app reads.
"""

import argparse
import json
import subprocess
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

import PySide6

ROOT = Path(__file__).parents[1]
UI = ROOT / "app" / "ribdown" / "ui"
RESOURCES = ROOT / "resources"
# The keys whose texts a person reads, by the folder of the content file; other texts are names for the program.
READ = {
    "exercises": {
        *("title", "purpose", "equipment", "starting_position", "execution", "feel", "stop", "side_label"),
        *("turn_around", "mistake", "fix", "cues", "gentle_cues"),
    },
    "figure": {"label", "words", "text"},
    "learn": {"title", "text", "points"},
    "routines": {"title", "summary"},
}


def content_texts(resources: Path) -> Iterator[tuple[str, str]]:
    """Every text of the content files that a person reads, with the place where it stands."""
    for folder, keys in READ.items():
        for file in sorted((resources / folder).glob("*.toml")):
            place = f"{folder}/{file.name}"
            yield from _texts(tomllib.loads(file.read_text("utf-8")), keys, place, read=False)


def update(catalogue: Path, ui: Path = UI, resources: Path = RESOURCES) -> None:
    """Bring a .ts file up to date; its name is the language's tag."""
    catalogue.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        # lupdate reads Python, but not TOML.
        content = Path(folder) / "content.py"
        lines = [f"#: {place}\nQT_TRANSLATE_NOOP('content', {json.dumps(text)})\n" for place, text in _once(resources)]
        content.write_text('"""Texts of the content files."""\n\n' + "".join(lines), "utf-8")
        sources = [*sorted(ui.rglob("*.py")), content]
        languages = ("-source-language", "en", "-target-language", catalogue.stem)
        _run("lupdate", "-silent", *sources, "-locations", "none", *languages, "-ts", catalogue)


def compile_all(folder: Path) -> list[Path]:
    """Make the .qm file of each .ts file in the folder. A text that is not translated stays English."""
    made = [catalogue.with_suffix(".qm") for catalogue in sorted(folder.glob("*.ts"))]
    for file in made:
        _run("lrelease", "-silent", file.with_suffix(".ts"), "-qm", file)
    return made


def _once(resources: Path) -> list[tuple[str, str]]:
    """Each text once, at its first place."""
    places: dict[str, str] = {}
    for place, text in content_texts(resources):
        places.setdefault(text, place)
    return [(place, text) for text, place in places.items()]


def _texts(value: object, keys: set[str], place: str, *, read: bool) -> Iterator[tuple[str, str]]:
    match value:
        case str() if read and value:
            yield place, value
        case Mapping():
            for key, item in value.items():
                yield from _texts(item, keys, f"{place} {key}", read=read or key in keys)
        case list():
            for item in value:
                yield from _texts(item, keys, place, read=read)


def _run(tool: str, *arguments: str | Path) -> None:
    subprocess.run([Path(PySide6.__file__).parent / tool, *arguments], check=True, timeout=120)


def main(arguments: Sequence[str] | None = None) -> None:
    """Update the languages that are named, and compile all that there are."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("language", nargs="*", help="a tag such as de or pt_BR")
    folder = RESOURCES / "translations"
    for language in parser.parse_args(arguments).language:
        update(folder / f"{language}.ts")
    for file in compile_all(folder):
        print(file.relative_to(ROOT))


if __name__ == "__main__":
    main()
