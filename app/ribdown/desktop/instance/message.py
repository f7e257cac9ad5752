"""What one Ribdown says to another: a line of JSON each way."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple

MOST_BYTES = 65_536


class Request(NamedTuple):
    """`token` is the desktop's permission to come to the front, "" for none."""

    command: str
    values: Mapping[str, Any] = MappingProxyType({})
    token: str = ""


def request_line(request: Request) -> bytes:
    """The request as it is sent."""
    return line_of({"command": request.command, "values": dict(request.values), "token": request.token})


def read_request(line: bytes) -> Request | None:
    """The request in a line; None where it is none. What a newer Ribdown says besides is left out."""
    table = read_line(line) or {}
    command, values, token = table.get("command"), table.get("values"), table.get("token")
    if not isinstance(command, str):
        return None
    return Request(command, values if isinstance(values, dict) else {}, token if isinstance(token, str) else "")


def line_of(table: Mapping[str, Any]) -> bytes:
    """One line of JSON."""
    import json  # where something is said, which is not on the way to the window

    return json.dumps(table).encode() + b"\n"


def read_line(line: bytes) -> dict[str, Any] | None:
    """The object in a line; None where there is none."""
    import json

    try:
        table = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return table if isinstance(table, dict) else None
