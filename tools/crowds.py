"""Many write one file of notes at once, and writers and servers are killed: no note that was saved is lost.

python tools/crowds.py writers [--writers 20] [--notes 10]
python tools/crowds.py kills [--seed 1] [--kills 200]
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from authoring.crowds import crowd, kills
from authoring.serving import FILES, serving
from readers import make_reader


def main() -> int:
    """Try it, and print the figures; 1 if something was lost."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("what", choices=("writers", "kills"))
    parser.add_argument("--writers", type=int, default=20)
    parser.add_argument("--notes", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--kills", type=int, default=200)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if wanted.what == "kills":
            make_reader(Path(folder), FILES)
            start = time.perf_counter()
            done = kills(Path(folder), wanted.seed, wanted.kills, lambda line: print(line, flush=True))
            print(
                f"{done} kills (seed {wanted.seed}) in {time.perf_counter() - start:.0f} s: files whole, nothing lost"
            )
            return 0
        with serving(Path(folder)) as server:
            assert server.get("/").status == 200
            start = time.perf_counter()
            lost, saves = crowd(server, wanted.writers, wanted.notes)
            seconds = time.perf_counter() - start
    print(
        f"{wanted.writers} writers with {wanted.notes} notes each beside an editor that saved {saves} times: "
        f"{seconds:.1f} s, {len(lost)} lost"
    )
    for one in sorted(lost):
        print(f"lost: {one}")
    return bool(lost)


if __name__ == "__main__":
    sys.exit(main())
