import pytest
from itertools import combinations
from dataclasses import replace
from collections import Counter
from PySide6.QtCore import Qt, QCoreApplication, QPoint
from PySide6.QtWidgets import QApplication, QWidget
from fakes import *
from on_screen import settle
from ribdown.core.moment import moment_at
from ribdown.ui.widgets.button import Button
from ribdown.ui.widgets.fitting import FitLabel, text_height
from ribdown.ui.widgets import dock

def problems(page):
    out = []
    for w in page.findChildren(QWidget):
        if not w.isVisible(): continue
        p = w.parentWidget()
        if not p.rect().contains(w.geometry()):
            out.append(f"{type(w).__name__} {w.geometry().getRect()} outside {type(p).__name__} {p.rect().getRect()}")
        if isinstance(w, FitLabel) and w.text():
            h = text_height(w.font(), w.text(), w.width())
            if h > w.height():
                out.append(f"FitLabel in {type(p).__name__} px{w.font().pixelSize()} needs {h} has {w.width()}x{w.height()}: {w.text()[:60]}")
        if isinstance(w, Button):
            if w.width() < w.sizeHint().width(): out.append(f"button {w.text()} {w.width()}<{w.sizeHint().width()}")
    for group in (page._dock._buttons, page._cards if hasattr(page,'_cards') else page._work._cards._cards):
        vis=[w for w in group if w.isVisible()]
        for a,b in combinations(vis,2):
            if a.geometry().intersects(b.geometry()): out.append(f"overlap {a} {b}")
    first = min((b for b in page._dock._buttons if b.isVisible()), key=lambda b:b.x())
    if first.x() < 32*page._dock._scale + page._dock._time_width(): out.append(f"time overlapped {first.text()}")
    return out

@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("size", [(760,560),(1100,700),(1101,650),(1280,766),(1920,1080)])
def test_bundled(open_page, look, bundled, size, scale):
    found = Counter()
    for name in ("daily-mini", "three-day", "progression", "first-steps","no-couch","hourly-reset","posture-pulse","stand-break"):
        plan = bundled(name)
        page = open_page(plan, size, dressed=replace(look, text_scale=scale))
        seen=set()
        for seg, start in zip(plan.segments, plan.starts):
            k=(seg.run.turn.exercise.id, seg.run.turn.side, seg.run.block_number, seg.kind)
            if k in seen or start==float("inf"): continue
            seen.add(k)
            m = moment_at(plan, start+.01)
            ch = dock.is_change(seg)
            page._change.setVisible(ch); page._work.setVisible(not ch)
            (page._change.show_moment(plan,m) if ch else page._work.show_moment(plan,m,None,None))
            page._dock.show_moment(m, page.player.session)
            for x in problems(page): found[f"{name} {seg.run.turn.exercise.id} {seg.kind}: {x}"]+=1
        page.window().close()
    for k in found: print(k)
    assert not found
