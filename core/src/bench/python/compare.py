#!/usr/bin/env python3
"""Sweepnet's kernels and PyTorch, the same search on the same data, in turn on one core; prints the ratios.

First build the benchmarks (mvn -B -Pbench -pl core package -DskipTests). Needs taskset (util-linux), and PyTorch for the
interpreter that --python names: Debian's python3-torch for the system's own. Without PyTorch it says so and ends with 0.
"""

import argparse
import json
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent
JAR = HERE.parents[2] / "target" / "sweepnet-core-benchmarks.jar"
PROBLEMS = ["442:10-5-4-1:100", "100000:10-5-4-1:100"]
SMALL = 10_000  # rows below which a time is the median of several
ENOUGH = 0.95
shares = []  # of the core, that each run got
THREADS = {name: "1" for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")}


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("--python", default="/usr/bin/python3", help="interpreter that has PyTorch (default: %(default)s)")
    parser.add_argument("--java", default="java", help="default: %(default)s")
    parser.add_argument("--core", type=int, default=1, help="core that all run on (default: %(default)s)")
    parser.add_argument("--kernel", action="append", choices=["direct", "incremental", "piecewise"], help="kernel to compare; may be repeated (default: piecewise)")
    parser.add_argument("--problem", action="append", help=f"rows:layers:candidates (default: {', '.join(PROBLEMS)})")
    parser.add_argument("--scaling", action="append", help="unit-norm or standard (default: both)")
    parser.add_argument("--activation", default="relu", help="relu or tanh (default: %(default)s)")
    parser.add_argument("--way", action="append", choices=["plain", "batched"], help="PyTorch search (default: both)")
    parser.add_argument("--sweeps", type=int, default=1, help="sweeps of a measurement (default: %(default)s)")
    parser.add_argument("--pairs", type=int, default=5, help="how often each pair is measured (default: %(default)s)")
    options = parser.parse_args()

    torch = subprocess.run(
        [options.python, "-c", "import torch, sys; print(torch.__version__, 'on Python', sys.version.split()[0])"],
        capture_output=True,
        text=True,
    ) if os.access(options.python, os.X_OK) else None
    if torch is None or torch.returncode != 0:
        print(f"skipped: {options.python} has no PyTorch (Debian: apt-get install python3-torch libopenblas0-pthread)")
        return
    if not JAR.exists():
        sys.exit(f"{JAR.name} is missing: mvn -B -Pbench -pl core package -DskipTests")
    print(f"PyTorch {torch.stdout.strip()}; load before: {load()}")
    for problem in options.problem or PROBLEMS:
        for scaling in options.scaling or ["unit-norm", "standard"]:
            compare(options, problem, scaling)
    print(f"load after: {load()}")


def load():
    return ", ".join(f"{average:.2f}" for average in os.getloadavg())


def compare(options, problem, scaling):
    small = int(problem.split(":")[0]) < SMALL
    kernels = options.kernel or ["piecewise"]
    ways = options.way or ["plain", "batched"]
    times = {name: [] for name in kernels + ways}
    shares.clear()
    near_ties, steps, tiles = {}, 0, []
    with tempfile.TemporaryDirectory() as folder:
        data = os.path.join(folder, "data")
        java(options, "write", data, problem, options.activation, scaling)
        for _ in range(options.pairs):
            choices = None
            for kernel in kernels:
                answer = json.loads(java(options, "time", data, kernel, options.sweeps, 15 if small else 3))
                if choices is not None and answer["choices"] != choices:
                    sys.exit(f"{kernel} and {kernels[0]} differ in their choices")
                choices = answer["choices"]
                times[kernel].append(statistics.median(answer["secondsPerSweep"]))
            for way in ways:
                answer = json.loads(
                    run(
                        options,
                        [options.python, str(HERE / "coordinate_search.py"), data, way, options.sweeps, 5 if small else 1],
                        json.dumps(choices),
                    )
                )
                times[way].append(statistics.median(answer["secondsPerSweep"]))
                near_ties[way], steps = answer["nearTies"], answer["steps"]
                if way == "batched":
                    tiles.append(answer["tile"])
    print(f"\n{problem} {options.activation} {scaling}")
    for name, seconds in times.items():
        print(f"  {name:12} {spread([1000 * s for s in seconds])} ms a sweep")
    for kernel in kernels:
        for way in ways:
            print(f"  {way} / {kernel}: {spread([a / b for a, b in zip(times[way], times[kernel])])}")
    for way in ways:
        same = f"{steps - near_ties[way]} of {steps} choices the same, the others equal to 1e-9"
        print(f"  {way}: {same}" + (f"; rows of a tile: {', '.join(map(str, tiles))}" if way == "batched" else ""))
    share = min(shares)
    print(f"  share of the core: {share:.0%} at least" + ("" if share >= ENOUGH else "; TOO LITTLE, others used it: measure again"))


def spread(numbers):
    return f"{statistics.median(numbers):.4g} ({min(numbers):.4g} to {max(numbers):.4g})"


def java(options, *arguments):
    command = [options.java, "-Xmx6g", "-cp", str(JAR), "io.sweepnet.bench.SweepTimes", *arguments]
    return run(options, command)


def run(options, command, text=None):
    """Runs on the one core; gives what it prints, or ends with what it complains of."""
    start, before = time.perf_counter(), cpu_seconds()
    done = subprocess.run(
        ["taskset", "-c", str(options.core), *map(str, command)],
        input=text,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **THREADS},
    )
    if done.returncode != 0:
        sys.exit(f"{command[0]} ended with {done.returncode}")
    shares.append((cpu_seconds() - before) / (time.perf_counter() - start))
    return done.stdout


def cpu_seconds():
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
