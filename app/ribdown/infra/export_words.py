"""What the command line says of an export or an import."""

from ribdown.infra.history_records import Contents
from ribdown.infra.import_history import Changes


def contents_text(contents: Contents) -> str:
    """Such as `22 sessions, 4 nudges, 1 self-test`; what there is none of is not named."""
    counts = (
        (contents.sessions, "session", "sessions"),
        (contents.nudges, "nudge", "nudges"),
        (contents.tests, "self-test", "self-tests"),
    )
    return ", ".join(f"{count} {one if count == 1 else more}" for count, one, more in counts if count) or "nothing"


def changes_lines(changes: Changes, *, preview: bool) -> list[str]:
    """What was, or with `preview` would be, added, changed and left."""
    names = ("Would be added", "Would be changed") if preview else ("Added", "Changed")
    named = zip((*names, "The same already"), (changes.added, changes.changed, changes.same), strict=True)
    lines = [f"{name}: {contents_text(contents)}" for name, contents in named if contents.total]
    return lines or ["The file has no sessions."]
