"""Where one Ribdown finds the other: a lock and a socket, for each data folder one."""

import os
import stat
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QCryptographicHash

from ribdown.core.errors import UserError

# A socket's path has 104 bytes on macOS and 108 on Linux, one of them a zero; and Qt binds it in a folder beside it
# first, whose name is 8 longer.
_PATH_BYTES = 95
_RUNTIME = Path("/run/user")  # where systemd and elogind make the folders that XDG_RUNTIME_DIR names


class InstancePlace(NamedTuple):
    """`lock` is the lock's file; `server` is the socket's path, on Windows the pipe's name."""

    lock: Path
    server: str


def instance_place(data_folder: Path) -> InstancePlace:
    """The place that belongs to this data folder, however it is written. Nobody else can use it.

    Raises UserError where no folder can be made for it.
    """
    # Qt's, since hashlib would take longer to import than all the rest; this is on the way to the window.
    data = os.fsencode(os.path.realpath(data_folder))
    name = bytes(QCryptographicHash.hash(data, QCryptographicHash.Algorithm.Sha256).data()).hex()[:16]
    folder = _folder(name)
    server = (
        f"ribdown-{os.environ.get('USERNAME', '')}-{name}"
        if sys.platform == "win32"
        else str(folder / f"{name}.socket")
    )
    return InstancePlace(folder / f"{name}.lock", server)


def _folder(name: str) -> Path:
    """The first folder that is the person's own and whose path is short enough."""
    problem = ""
    for folder in _folders():
        if sys.platform != "win32" and len(os.fsencode(folder / f"{name}.socket")) > _PATH_BYTES:
            problem = problem or f"The name of {folder} is too long."
            continue
        try:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            if _is_own(folder):
                return folder
            problem = f"{folder} is not a folder of your own."
        except OSError as error:
            problem = f"{folder} can't be used: {error.strerror}."
    raise UserError(problem, "Set XDG_RUNTIME_DIR to a folder of your own with a short name.")


def _folders() -> Iterator[Path]:
    runtime = os.environ.get("XDG_RUNTIME_DIR", "")
    if os.path.isabs(runtime):
        yield Path(runtime) / "ribdown"
    elif sys.platform != "win32" and (own := _RUNTIME / str(os.getuid())).is_dir():
        yield own / "ribdown"  # cron and some remote shells do without the variable
    import tempfile  # both only where they are needed

    import platformdirs

    yield platformdirs.user_state_path("ribdown", appauthor=False)
    if sys.platform != "win32":
        yield Path(tempfile.gettempdir()) / f"ribdown-{os.getuid()}"


def _is_own(folder: Path) -> bool:
    """Whether nobody else can put anything there; in a folder that all may write to, somebody could have been first."""
    if sys.platform == "win32":
        return True
    state = folder.lstat()
    if state.st_uid != os.getuid() or not stat.S_ISDIR(state.st_mode):  # a link would lead elsewhere
        return False
    folder.chmod(0o700)
    return True
