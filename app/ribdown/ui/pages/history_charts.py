"""The charts of the history, from its sums: values, and their summaries in words."""

from collections.abc import Sequence
from datetime import date, timedelta
from statistics import mean
from typing import NamedTuple

from ribdown.core.history import PressEffort
from ribdown.core.statistics.balance import Balance
from ribdown.core.statistics.nudge_days import NudgeDay
from ribdown.core.statistics.practice import PracticeWeek, Standing, WeekTarget, standing
from ribdown.core.statistics.scores import WeekScores
from ribdown.core.statistics.weeks import DAYS
from ribdown.ui import words
from ribdown.ui.chart_values import FAINT, Bars, Chart, Goal, Ink, Line, SideBars, scale_to
from ribdown.ui.pages.chart_card import ChartView
from ribdown.ui.pages.dates import day_short
from ribdown.ui.pages.history_calendar import day_of_month
from ribdown.ui.pages.record_words import effort_text
from ribdown.ui.translation import translate
from ribdown.ui.widgets.legend import Sample

_LABELLED = 8  # weeks of which every other one has a label; of more, every few have one
_EVEN = 0.05  # ours: a side's share may be so far from a half and still be even
_ROWS = 8  # exercises in the balance, those done longest


class WeekFrame(NamedTuple):
    """What charts by week share: their first days, and how they are called."""

    firsts: tuple[date, ...]
    today: date

    def labels(self) -> tuple[tuple[int, str], ...]:
        """Below the axis."""
        few = len(self.firsts) <= _LABELLED
        # The last place has no room for a label: half of it would stand beside the chart.
        begin, step = (0, 2) if few else (len(self.firsts) // 8, len(self.firsts) // 4)
        return tuple((place, day_of_month(self.firsts[place])) for place in range(begin, len(self.firsts) - 1, step))

    def spoken(self, place: int, what: str) -> str:
        """Such as `Week of 7 Dec: 42 min`."""
        return translate("words", "Week of {}: {}").format(day_of_month(self.firsts[place]), what)


def minutes_chart(
    frame: WeekFrame, weeks: Sequence[PracticeWeek], targets: Sequence[WeekTarget | None], lengths: tuple[float, float]
) -> ChartView:
    """Minutes per week. `lengths` are a session's minutes in the daily weeks and in those after."""
    totals = tuple(week.total_minutes for week in weeks)
    goals = tuple(Goal(place, *_goal(target, lengths)) for place, target in enumerate(targets) if target is not None)
    few = len(weeks) <= _LABELLED
    goals = goals if few else ()
    heights = scale_to(max((*totals, *(goal.most for goal in goals)), default=0.0))
    inks = tuple(Ink.FAINT if week.first + timedelta(days=DAYS) > frame.today else Ink.STRONG for week in weeks)
    chart = Chart(
        spoken=tuple(
            frame.spoken(place, translate("words", "{} min").format(round(total))) for place, total in enumerate(totals)
        ),
        below=frame.labels(),
        beside=tuple((height, f"{height:g}") for height in heights),
        top=heights[-1],
        bars=(Bars(totals, inks, numbers=few),),
        goals=goals,
    )
    legend = []
    if any(goal.least == goal.most for goal in goals):
        legend.append((Sample.LINE, "text", translate("words", "daily plan"), 1.0))
    if any(goal.least != goal.most for goal in goals):
        legend.append((Sample.BOX, "text", translate("words", "3–4 a week"), 1.0))
    return ChartView(
        translate("words", "Minutes per week"), chart, _minutes_summary(frame, weeks, targets), tuple(legend)
    )


def pain_chart(frame: WeekFrame, scores: Sequence[WeekScores]) -> ChartView:
    """Pain before and after, the means of each week."""
    before, after = tuple(week.pain_before for week in scores), tuple(week.pain_after for week in scores)
    title = translate("words", "Pain before and after")
    if not (_said(before) or _said(after)):
        return ChartView(title, None, translate("words", "Nothing was said about pain in this time."))
    chart = Chart(
        spoken=tuple(
            frame.spoken(place, translate("words", "before {}, after {}").format(_tenth(one), _tenth(other)))
            for place, (one, other) in enumerate(zip(before, after, strict=True))
        ),
        below=frame.labels(),
        beside=((0, "0"), (5, "5"), (10, "10")),
        top=10,
        lines=(Line(before, Ink.BEFORE), Line(after, Ink.STRONG)),
    )
    lines = [
        translate("words", "Before a session: {}.").format(_course(before)),
        translate("words", "After it: {}.").format(_course(after)),
    ]
    legend = (
        (Sample.DASHES, "warn", translate("words", "before"), 1.0),
        (Sample.LINE, "accent", translate("words", "after"), 1.0),
    )
    return ChartView(title, chart, " ".join(lines), legend)


def effort_chart(frame: WeekFrame, scores: Sequence[WeekScores]) -> ChartView:
    """How hard the person pressed, the mean of each week."""
    efforts = tuple(week.effort for week in scores)
    title = translate("words", "How hard you pressed")
    said = _said(efforts)
    if not said:
        return ChartView(title, None, translate("words", "Nothing was said about pressing in this time."))
    names = [effort_text(effort) for effort in PressEffort]
    chart = Chart(
        spoken=tuple(
            frame.spoken(place, _effort_word(effort, names) if effort is not None else translate("words", "not said"))
            for place, effort in enumerate(efforts)
        ),
        below=frame.labels(),
        beside=tuple((level, name) for level, name in enumerate(names, 1)),
        bottom=0.7,
        top=4.3,
        lines=(Line(efforts, Ink.STRONG),),
    )
    aim = translate("words", "About a third is what is asked for.")
    mostly = translate("words", "On average {}.").format(_effort_word(mean(said), names).lower())
    return ChartView(title, chart, f"{mostly} {aim}")


def balance_chart(balances: Sequence[Balance], titles: Sequence[str]) -> ChartView:
    """Left beside right. `titles` are the exercises', in the same order."""
    title = translate("words", "Left and right")
    if not balances:
        return ChartView(title, None, translate("words", "No exercise was done on a side in this time."))
    names = [words.content(name) for name in titles]
    uneven = [
        translate("words", "{}: {} % left.").format(name, round(balance.left_share * 100))
        for name, balance in zip(names, balances, strict=True)
        if abs(balance.left_share - 0.5) > _EVEN
    ]
    shown = list(zip(names, balances, strict=True))[:_ROWS]
    values = SideBars(
        tuple(name for name, _ in shown),
        tuple(balance.left / 60 for _, balance in shown),
        tuple(balance.right / 60 for _, balance in shown),
        tuple(
            translate("words", "{}: left {} min, right {} min").format(
                name, round(balance.left / 60), round(balance.right / 60)
            )
            for name, balance in shown
        ),
    )
    even = translate("words", "Each exercise had about as many minutes on the left as on the right.")
    legend = (
        (Sample.SQUARE, "accent", translate("words", "left, min"), 1.0),
        (Sample.SQUARE, "warn", translate("words", "right, min"), 1.0),
    )
    return ChartView(title, values, " ".join(uneven) or even, legend)


def nudges_chart(days: Sequence[NudgeDay]) -> ChartView:
    """Nudges answered per day."""
    title = translate("words", "Nudges answered per day")
    total, answered = sum(day.total for day in days), sum(day.answered for day in days)
    if not total:
        return ChartView(title, None, translate("words", "No nudges in this time."))
    heights = scale_to(max(day.total for day in days), 3)
    step = max(len(days) // 4, 1)
    chart = Chart(
        spoken=tuple(
            translate("words", "{}: {} of {}").format(day_short(day.day), day.answered, day.total) for day in days
        ),
        below=tuple((place, day_of_month(days[place].day)) for place in range(step // 2, len(days) - 1, step)),
        beside=tuple((height, f"{height:g}") for height in heights),
        top=heights[-1],
        bars=(
            Bars(tuple(float(day.total) for day in days), (Ink.FAINT,) * len(days)),
            Bars(tuple(float(day.answered) for day in days), (Ink.STRONG,) * len(days)),
        ),
    )
    summary = translate("words", "{} of {} answered in {} days.").format(answered, total, len(days))
    legend = (
        (Sample.SQUARE, "accent", translate("words", "answered"), 1.0),
        (Sample.SQUARE, "accent", translate("words", "not"), FAINT),
    )
    return ChartView(title, chart, summary, legend)


def _goal(target: WeekTarget, lengths: tuple[float, float]) -> tuple[float, float]:
    daily, later = lengths
    if target.daily:
        return target.most * daily, target.most * daily
    return target.least * later, target.most * later


def _minutes_summary(frame: WeekFrame, weeks: Sequence[PracticeWeek], targets: Sequence[WeekTarget | None]) -> str:
    past = [week for week in weeks if week.first <= frame.today]
    total = sum(week.total_minutes for week in past)
    said = translate("words", "{} min in {} weeks, {} a week.").format(
        round(total), len(past), round(total / max(len(past), 1))
    )
    asked = [(week, target) for week, target in zip(weeks, targets, strict=True) if target is not None]
    over = [(week, target) for week, target in asked if week.first <= frame.today]
    met = sum(standing(week, target, frame.today) is Standing.MET for week, target in over)
    if not over:
        return said
    kept = translate("words", "{} of {} weeks have the days that the plan asks for.").format(met, len(over))
    return f"{said} {kept}"


def _said(values: Sequence[float | None]) -> list[float]:
    return [value for value in values if value is not None]


def _tenth(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"


def _course(values: Sequence[float | None]) -> str:
    """Such as `4.2 in the first week, 1.5 in the last`."""
    said = _said(values)
    if not said:
        return translate("words", "not said")
    if len(said) == 1:
        return f"{said[0]:.1f}"
    return translate("words", "{} in the first week, {} in the last").format(_tenth(said[0]), _tenth(said[-1]))


def _effort_word(level: float, names: Sequence[str]) -> str:
    return names[min(max(round(level), 1), len(names)) - 1]
