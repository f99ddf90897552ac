"""Let two windows, an editor and git meet at one file of notes, in many random orders, and look for texts that vanish.

python tools/meetings.py [--seed 1] [--runs 500]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from authoring.meetings import meet
from authoring.serving import serving


def main() -> None:
    """Search, and print what was done."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--runs", type=int, default=500)
    wanted = parser.parse_args()
    start = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder, serving(Path(folder)) as server:
        steps = meet(server, wanted.seed, wanted.runs)
    print(f"{wanted.runs} meetings (seed {wanted.seed}) in {time.perf_counter() - start:.0f} s, no text lost unseen")
    for name, count in sorted(steps.items()):
        print(f"{count:6}  {name}")


if __name__ == "__main__":
    main()
