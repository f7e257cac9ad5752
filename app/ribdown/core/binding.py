"""Which releases of the Qt binding must not be used."""


def unsound_binding(python: tuple[int, int], pyside: str) -> bool:
    """Whether this PySide6 (a version such as `6.12.0`) aborts the interpreter on this Python (major, minor)."""
    # 6.12.0 loses references to None where None is counted, which ends with Python 3.12.
    return python < (3, 12) and pyside == "6.12.0"
