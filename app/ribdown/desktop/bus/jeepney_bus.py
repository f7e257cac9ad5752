"""The bus by jeepney, since Qt's own D-Bus binding can't send unsigned numbers, which most services ask for."""

from collections.abc import Callable
from functools import partial

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageFlag, MessageType, new_method_call
from jeepney.bus_messages import message_bus
from PySide6.QtCore import QObject, QTimer

from ribdown.desktop.bus.bus import Answer, Body, BusEvents, Call, Rule
from ribdown.desktop.bus.link import Link

_AGAIN_MS = 1000
_AGAIN_MS_AT_MOST = 60_000


class _Asked(QObject):
    """A call on its way, with its time limit."""

    def __init__(self, call: Call, answer: Answer, give_up: Callable[["_Asked"], None], parent: QObject) -> None:
        super().__init__(parent)
        self.call = call
        self._answer = answer
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(lambda: give_up(self))
        if call.limit_ms is not None:
            self._limit.start(call.limit_ms)

    def end(self, body: Body | None) -> None:
        self._limit.stop()
        self.deleteLater()
        self._answer(body)


class JeepneyBus(QObject):
    """Connects when it is first needed. After a loss it tries again by itself, at most once a minute; where there was
    never a bus, only with the next call."""

    def __init__(self, find_address: Callable[[], str | None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.events = BusEvents(self)
        self._find_address = find_address
        self._link: Link | None = None
        self._open = False
        self._closed = False
        self._rules: list[tuple[Rule, Callable[[Body], None]]] = []
        self._unsent: list[_Asked] = []
        self._sent: dict[int, _Asked] = {}
        self._pause_ms = _AGAIN_MS
        self._again = QTimer(self, singleShot=True)
        self._again.timeout.connect(self._try_again)

    def call(self, call: Call, answer: Answer) -> None:
        """Sent at once, or as soon as there is a connection."""
        asked = _Asked(call, answer, self._give_up, self)
        if self._open:
            self._send(asked)
        elif self._connected():
            self._unsent.append(asked)
        else:
            QTimer.singleShot(0, partial(asked.end, None))

    def listen(self, rule: Rule, hear: Callable[[Body], None]) -> None:
        """From now on, or as soon as there is a connection."""
        self._rules.append((rule, hear))
        if self._open:
            self._send_rule(rule)
        else:
            self._connected()

    def close(self) -> None:
        """Leave the bus; calls that were not answered yet never will be."""
        self._closed = True
        self._again.stop()
        for asked in (*self._unsent, *self._sent.values()):
            asked.deleteLater()
        self._unsent = []
        self._sent = {}
        self._drop_link()

    # -- the connection

    def _connected(self) -> bool:
        """Whether there is a connection, or one is being made."""
        if self._link is not None or self._closed:
            return self._link is not None
        address = self._find_address()
        if address is None:
            return False
        link = Link(self)
        if not link.connect_to(address):
            link.deleteLater()
            return False
        link.opened.connect(self._use)
        link.received.connect(self._take)
        link.lost.connect(self._lose)
        self._link = link
        return True

    def _use(self) -> None:
        self._open = True
        self._pause_ms = _AGAIN_MS
        for rule, _ in self._rules:
            self._send_rule(rule)
        unsent, self._unsent = self._unsent, []
        for asked in unsent:
            self._send(asked)
        self.events.opened.emit()

    def _lose(self) -> None:
        self._drop_link()
        self._wait()
        unanswered = [*self._unsent, *self._sent.values()]
        self._unsent = []
        self._sent = {}
        for asked in unanswered:
            asked.end(None)
        self.events.lost.emit()

    def _drop_link(self) -> None:
        self._open = False
        link, self._link = self._link, None
        if link is not None:
            link.close()
            link.deleteLater()

    def _wait(self) -> None:
        self._again.start(self._pause_ms)
        self._pause_ms = min(self._pause_ms * 2, _AGAIN_MS_AT_MOST)

    def _try_again(self) -> None:
        if not self._connected():
            self._wait()

    # -- what is said

    def _send(self, asked: _Asked) -> None:
        call = asked.call
        address = DBusAddress(call.service.path, call.service.name, call.service.interface)
        message = new_method_call(address, call.member, call.signature or None, call.body)
        if not call.starts:
            message.header.flags = MessageFlag.no_auto_start
        assert self._link is not None
        self._sent[self._link.send(message)] = asked

    def _send_rule(self, rule: Rule) -> None:
        path, name, interface = rule.service.path, rule.service.name, rule.service.interface
        match = MatchRule(type="signal", sender=name, path=path, interface=interface, member=rule.member)
        if rule.first:
            match.add_arg_condition(0, rule.first)
        message = message_bus.AddMatch(match)
        message.header.flags = MessageFlag.no_reply_expected
        assert self._link is not None
        self._link.send(message)

    def _give_up(self, asked: _Asked) -> None:
        if asked in self._unsent:
            self._unsent.remove(asked)
        self._sent = {serial: other for serial, other in self._sent.items() if other is not asked}
        asked.end(None)

    def _take(self, message: Message) -> None:
        if self._link is None:  # closed by whoever heard the message before this one
            return
        fields = message.header.fields
        signature = fields.get(HeaderFields.signature, "")
        if message.header.message_type is MessageType.signal:
            place = (fields[HeaderFields.path], fields[HeaderFields.interface])
            for rule, hear in list(self._rules):
                if (rule.service[1:], rule.member, rule.signature) == (
                    place,
                    fields[HeaderFields.member],
                    signature,
                ) and (not rule.first or message.body[0] == rule.first):
                    hear(message.body)
        elif (asked := self._sent.pop(fields.get(HeaderFields.reply_serial, 0), None)) is not None:
            good = message.header.message_type is MessageType.method_return and signature == asked.call.returns
            asked.end(message.body if good else None)
