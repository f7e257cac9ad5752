"""What rendering sound costs, in milliseconds of processor time per minute of sound. Prints JSON.

`first_of_the_process`: the first chunk of each bundled routine, in a process of its own where only numpy is imported
before, as a session starts; what a process makes once is in it. `chunks`: all chunks of all routines in turn, by a
synthesizer that has rendered none of the routine's before.

Usage: python benchmarks/synthesis.py
"""

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from statistics import median

from ribdown.core.cues.score import Chunk, Score, score_of
from ribdown.core.plan import PlanOptions, compile_timeline
from ribdown.core.routine import choose_doses
from ribdown.infra.library import load_library
from ribdown.infra.synthesis.synthesizer import Synthesizer
from ribdown.ui.spoken_words import SpokenWords


def main() -> None:
    """All routines."""
    began = time.perf_counter()
    import numpy as np

    numpy_ms = (time.perf_counter() - began) * 1000
    scores = every_score()
    first = {name: first_of_a_process(name) for name in scores}
    every = [cost for score in scores.values() for cost in costs(score)]
    report = {
        "numpy": np.__version__,
        "import_numpy_ms": round(numpy_ms, 1),
        "ms_per_minute": {
            "first_of_the_process": {**first, "max": max(first.values())},
            "chunks": {"count": len(every), "p50": round(median(every), 1), "max": round(max(every), 1)},
        },
    }
    print(json.dumps(report, indent=2))


def every_score() -> dict[str, Score]:
    """The scores of the bundled routines."""
    library = load_library(Path("none of one's own"))
    doses = {
        routine.id: choose_doses(routine, library.exercises, gentler=False) for routine in library.routines.values()
    }
    return {name: score_of(compile_timeline(chosen, PlanOptions()), SpokenWords()) for name, chosen in doses.items()}


def first_of_a_process(routine: str) -> float:
    """The cost of the first chunk of a routine in a new process."""
    done = subprocess.run([sys.executable, __file__, routine], check=True, capture_output=True, text=True)
    return float(done.stdout)


def costs(score: Score) -> list[float]:
    """The cost of each chunk of a score, in their order, by one synthesizer."""
    synthesizer = Synthesizer()
    return [cost(chunk, synthesizer) for chunk in score.chunks]


def cost(chunk: Chunk, synthesizer: Synthesizer) -> float:
    """Milliseconds of processor time for a minute of sound."""
    began = time.process_time()  # of all threads
    synthesizer.render(chunk)
    return (time.process_time() - began) * 1000 / (chunk.seconds / 60)


if __name__ == "__main__":
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # as the app does
    if len(sys.argv) > 1:
        import numpy  # noqa: F401  (its import is told apart)

        print(round(cost(every_score()[sys.argv[1]].chunks[0], Synthesizer()), 1))
    else:
        main()
