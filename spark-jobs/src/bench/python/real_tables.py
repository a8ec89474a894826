#!/usr/bin/env python3
"""Trains on tables that Python packages bring, as they are, scores them and reports; prints a line for each.

Needs scikit-learn, statsmodels, vega_datasets and palmerpenguins for the interpreter that runs it, and bin/sweepnet. A
table counts if train, predict and report all end with 0; otherwise the last line of stderr of the command that failed is
printed. The files are read where pip has put them: none is copied or changed.
"""

import argparse
import importlib.util
import pathlib
import subprocess
import sys
import tempfile
import time

PROGRAM = pathlib.Path(__file__).resolve().parents[4] / "bin" / "sweepnet"

# Package, file in it, target, further settings: only what no program could guess.
TABLES = [
    ("sklearn", "datasets/data/iris.csv", "virginica", []),
    ("sklearn", "datasets/data/wine_data.csv", "class_2", []),
    ("sklearn", "datasets/data/breast_cancer.csv", "benign", []),
    ("vega_datasets", "_data/seattle-weather.csv", "weather", []),
    ("vega_datasets", "_data/airports.csv", "latitude", []),
    ("vega_datasets", "_data/us-employment.csv", "nonfarm", []),
    ("vega_datasets", "_data/la-riots.csv", "gender", []),
    ("palmerpenguins", "data/penguins.csv", "species", []),
    ("palmerpenguins", "data/penguins-raw.csv", "Body Mass (g)", []),
    ("statsmodels", "datasets/fair/fair.csv", "affairs", []),
    ("statsmodels", "datasets/anes96/anes96.csv", "vote", ["data.task=classification"]),
    ("statsmodels", "datasets/randhie/randhie.csv", "mdvis", []),
]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument("--only", help="part of the name of the files to try (default: all)")
    parser.add_argument("--sweeps", type=int, default=3, help="default: %(default)s")
    parser.add_argument("-D", action="append", default=[], metavar="KEY=VALUE", help="setting of every training")
    options = parser.parse_args()

    whole = tried = 0
    for package, file, target, settings in TABLES:
        if options.only and options.only not in file:
            continue
        found = importlib.util.find_spec(package)
        if found is None:
            sys.exit(f"the package {package} is not installed")
        path = pathlib.Path(found.submodule_search_locations[0]) / file
        tried += 1
        began = time.monotonic()
        failure = try_table(path, target, [*settings, *options.D, f"search.sweeps={options.sweeps}"])
        whole += failure is None
        print(f"{package}/{path.name}, {target}: {failure or 'trained, scored, reported'} ({time.monotonic() - began:.1f} s)")
    print(f"{whole} of {tried} tables")


def try_table(path, target, settings):
    """Returns the command that failed with the last line of stderr that is no note; None if none did."""
    with tempfile.TemporaryDirectory() as work:
        given = [item for setting in settings for item in ("-D", setting)]
        model, results, scored = f"{work}/model.json", f"{work}/results", f"{work}/scored"
        commands = [
            ["train", "search", "--data", str(path), "--target", target, "--save", model, "--results", results, *given],
            ["predict", "--model", model, "--data", str(path), "--output", scored],
            ["report", "--results", results, "--run", "latest", "--json"],
        ]
        for command in commands:
            run = subprocess.run([PROGRAM, *command], capture_output=True, text=True)
            if run.returncode != 0:
                lines = [line for line in run.stderr.splitlines() if not line.startswith("note: ")]
                return f"{command[0]} ended with {run.returncode}: {(lines or ['no line at all'])[-1]}"
    return None


if __name__ == "__main__":
    main()
