"""The whole history as JSON, one record on each line, so that a long one need never be in memory at once."""

from collections.abc import Iterable
from typing import BinaryIO

from ribdown.infra.export_lines import END, HEADER, encoded
from ribdown.infra.history_records import Record


def write_json(records: Iterable[Record], file: BinaryIO) -> None:
    """The same records give the same bytes."""
    file.write(HEADER)
    between = b"\n"
    for record in records:
        file.write(between + encoded(record))
        between = b",\n"
    file.write(b"\n" + END + b"\n")
