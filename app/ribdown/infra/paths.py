"""Where a person's own data lives, and what the files in it are called."""

from itertools import count
from pathlib import Path

HISTORY = "history.sqlite3"
SETTINGS = "settings.toml"
ROUTINES = "routines"


def data_folder(override: Path | None) -> Path:
    """`override`, or this system's usual folder for a person's data. It need not exist yet."""
    if override is not None:
        return override
    import platformdirs  # 9 ms: only where it is asked

    return platformdirs.user_data_path("ribdown", appauthor=False, roaming=False)


def free_name(path: Path, label: str) -> Path:
    """A name beside `path` that nothing has yet: `FILE.LABEL`, else `FILE.LABEL-2` and so on."""
    wanted = path.with_name(f"{path.name}.{label}")
    if not wanted.exists():
        return wanted
    numbered = (wanted.with_name(f"{wanted.name}-{number}") for number in count(2))
    return next(name for name in numbered if not name.exists())
