"""Commands that speak to the Ribdown that runs."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from ribdown.core.errors import UserError
from ribdown.desktop.instance.ask import ask_instance
from ribdown.desktop.instance.contact import Contact, Standing
from ribdown.desktop.instance.message import Request
from ribdown.desktop.instance.place import instance_place


def ask(data_folder: Path, request: Request) -> Mapping[str, Any] | None:
    """What the Ribdown that runs on this data folder answers; None where none runs.

    Raises UserError where it hangs, or can't do what it is asked.
    """
    contact = ask_instance(instance_place(data_folder).server, request)
    return None if contact.standing is Standing.NOBODY else reply_of(contact)


def reply_of(contact: Contact) -> Mapping[str, Any]:
    """What the Ribdown that runs answered. Raises UserError as `ask` does."""
    reply = contact.reply
    if reply is None:
        raise UserError("Ribdown runs, but does not answer.", "Wait a moment and try again, or quit it.")
    if "problem" in reply:
        raise UserError(str(reply["problem"]), str(reply.get("next_step", "")))
    return reply
