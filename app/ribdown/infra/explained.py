"""What is wrong with a value read from a file, and what is allowed in its place.

msgspec names the type it expects, but neither the choices nor the keys of a table; both are found by walking the
value and its type along the path in msgspec's message.
"""

import re
from dataclasses import dataclass
from enum import Enum
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from msgspec import Meta, Struct, ValidationError, convert

from ribdown.core.allowed import said
from ribdown.core.errors import ContentError

_MESSAGE = re.compile(r"(.*?)(?: - at (`key` in )?`\$(.*)`)?", re.DOTALL)
_STEP = re.compile(r"\.(?P<field>\w+)|\[(?P<index>\d+)\]|\[\.\.\.\]")
_WORDS = {
    "int": "a whole number",
    "float": "a number",
    "str": "text",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
}


@dataclass(frozen=True, slots=True)
class _Place:
    """A value in the file, the type it should have, and the path to it."""

    path: str
    hint: Any
    value: Any


def explained(error: ValidationError, table: dict[str, Any], shape: type) -> ContentError:
    """The error that `convert(table, shape)` raised, with the key it is about and what is allowed there."""
    match = _MESSAGE.fullmatch(str(error))
    assert match is not None
    text, is_key, path = match.groups(default="")
    place = _Place("$", shape, table)
    for step in _STEP.finditer(path):
        place = _inside(place, step)
    if is_key:
        place = _Place(place.path, get_args(_bare(place.hint))[0], place.value)
    return ContentError(place.path, _problem(text, place))


def _inside(place: _Place, step: re.Match[str]) -> _Place:
    if field := step["field"]:
        return _Place(f"{place.path}.{field}", _field_hint(place, field), place.value[field])
    hints = get_args(_bare(place.hint))
    if index := step["index"]:
        hint = hints[0] if hints[-1] is Ellipsis else hints[int(index)]
        return _Place(f"{place.path}[{index}]", hint, place.value[int(index)])
    key = next(key for key, value in place.value.items() if not _fits(value, hints[1]))
    return _Place(f"{place.path}.{key}", hints[1], place.value[key])


def _field_hint(place: _Place, field: str) -> Any:
    structs = _structs(place.hint)
    tag_field = structs[0].__struct_config__.tag_field
    if field == tag_field:
        return Literal[*(struct.__struct_config__.tag for struct in structs)]
    return get_type_hints(_struct_of(place), include_extras=True)[field]


def _bare(hint: Any) -> Any:
    """A type without what its annotation adds."""
    return get_args(hint)[0] if get_origin(hint) is Annotated else hint


def _structs(hint: Any) -> list[Any]:
    return [member for member in _members(hint) if isinstance(member, type) and issubclass(member, Struct)]


def _members(hint: Any) -> tuple[Any, ...]:
    """The types that a type is made of: more than one where there is a choice, such as a side or none."""
    return get_args(hint) if get_origin(hint) in (UnionType, Union) else (hint,)


def _struct_of(place: _Place) -> Any:
    """The struct that a table stands for; among several, the one that its tag names."""
    structs = _structs(place.hint)
    config = structs[0].__struct_config__
    if len(structs) == 1:
        return structs[0]
    return next(one for one in structs if one.__struct_config__.tag == place.value[config.tag_field])


def _fits(value: Any, hint: Any) -> bool:
    try:
        convert(value, hint)
    except ValidationError:
        return False
    return True


def _problem(text: str, place: _Place) -> str:
    if missing := re.fullmatch(r"Object missing required field `(.*)`", text):
        return f"missing key '{missing[1]}'"
    if unknown := re.fullmatch(r"Object contains unknown field `(.*)`", text):
        return f"unknown key '{unknown[1]}'; allowed: {', '.join(_keys(_struct_of(place)))}"
    if choice := re.fullmatch(r"Invalid (?:enum )?value (.*)", text):
        return f"{choice[1]} is not allowed; allowed: {', '.join(_choices(place.hint))}"
    if expected := re.fullmatch(r"Expected `(.*?)`(.*?)(?:, got .*)?", text, re.DOTALL):
        return f"{said(place.value)} is not allowed; allowed: {_range(place.hint) or _type(*expected.groups())}"
    return text


def _keys(struct: Any) -> list[str]:
    tag_field = struct.__struct_config__.tag_field
    return [*([tag_field] if tag_field else []), *struct.__struct_fields__]


def _choices(hint: Any) -> list[str]:
    if get_origin(hint) is Literal:
        return list(get_args(hint))
    members = _members(_bare(hint))
    enums = [member for member in members if isinstance(member, type) and issubclass(member, Enum)]
    return [str(member.value) for enum in enums for member in enum]


def _range(hint: Any) -> str:
    for meta in get_args(hint):
        if isinstance(meta, Meta) and meta.ge is not None and meta.le is not None:
            return f"{meta.ge}–{meta.le}"
    return ""


def _type(names: str, bound: str) -> str:
    """msgspec's names for types, such as `int | float`, in words."""
    known = [name for name in names.split(" | ") if name in _WORDS]
    if "float" in known and "int" in known:
        known.remove("int")
    return " or ".join(_WORDS[name] for name in known) + bound
