"""Where the buses of this computer are."""

import os

from jeepney.bus import get_connectable_addresses

_SYSTEM = "unix:path=/var/run/dbus/system_bus_socket"


def session_address() -> str | None:
    """The session bus's socket, with a leading zero byte where it is abstract; None where none can be reached."""
    given = os.environ.get("DBUS_SESSION_BUS_ADDRESS")
    folder = os.environ.get("XDG_RUNTIME_DIR")
    # Where nothing is given, the bus of a systemd session is here.
    return _socket_of(given or (f"unix:path={folder}/bus" if folder else ""))


def system_address() -> str | None:
    """The same for the system bus."""
    return _socket_of(os.environ.get("DBUS_SYSTEM_BUS_ADDRESS") or _SYSTEM)


def _socket_of(addresses: str) -> str | None:
    try:
        return str(next(get_connectable_addresses(addresses)))
    except (RuntimeError, ValueError):  # only other kinds of transport, or no address at all
        return None
