"""What rendering the sound of a turn costs, in milliseconds per minute of sound: the turn of the bundled routines with
most tones, by a synthesizer that has rendered nothing yet and by one that has. Prints JSON.

Usage: python benchmarks/synthesis.py [REPEATS]
"""

import json
import sys
import time
from pathlib import Path
from statistics import median

from ribdown.core.cues.score import Chunk, score_of
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.routine import choose_doses
from ribdown.core.timeline import Timeline
from ribdown.infra.library import load_library
from ribdown.infra.synthesis.synthesizer import Synthesizer
from ribdown.ui.spoken_words import SpokenWords


def main() -> None:
    """Score and render, first and again."""
    repeats = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    began = time.perf_counter()
    import numpy as np

    numpy_ms = (time.perf_counter() - began) * 1000
    plans = every_plan()
    began = time.perf_counter()
    scores = {name: score_of(plan, SpokenWords()) for name, plan in plans.items()}
    score_ms = (time.perf_counter() - began) * 1000 / len(scores)
    name, chunk = max(
        ((name, chunk) for name, score in scores.items() for chunk in score.chunks), key=lambda pair: len(pair[1].tones)
    )
    Synthesizer().render(chunk)
    first = per_minute(chunk, [Synthesizer()])  # with the modules and tables that a process makes once, without numpy
    known = Synthesizer()
    known.render(chunk)
    report = {
        "numpy": np.__version__,
        "import_numpy_ms": round(numpy_ms, 1),
        "score_ms_per_routine": round(score_ms, 2),
        "turn": {"routine": name, "seconds": round(chunk.seconds, 1), "tones": len(chunk.tones)},
        "ms_per_minute": {
            "first_of_the_process": first,
            "nothing_known": per_minute(chunk, [Synthesizer() for _ in range(repeats)]),
            "rendered_before": per_minute(chunk, [known] * repeats),
        },
    }
    print(json.dumps(report, indent=2))


def every_plan() -> dict[str, Timeline]:
    """The bundled routines as timelines."""
    library = load_library(Path("none of one's own"))
    return {
        routine.id: compile_timeline(choose_doses(routine, library.exercises, gentler=False), PlanOptions())
        for routine in library.routines.values()
    }


def per_minute(chunk: Chunk, synthesizers: list[Synthesizer]) -> dict[str, float]:
    """Milliseconds for a minute of sound: processor time in the middle, and the slowest by the clock."""
    processor, clock = [], []
    for synthesizer in synthesizers:
        began, at = time.thread_time(), time.perf_counter()
        synthesizer.render(chunk)
        processor.append(time.thread_time() - began)
        clock.append(time.perf_counter() - at)
    minutes = chunk.seconds / 60
    return {"cpu_p50": round(median(processor) * 1000 / minutes, 1), "wall_max": round(max(clock) * 1000 / minutes, 1)}


if __name__ == "__main__":
    main()
