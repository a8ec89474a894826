"""Draws the training loss of a comparison after each iteration, as SVG. It needs Python 3.8 or newer and no packages.

    bin/sweepnet compare --json-log 2> events.jsonl
    python3 docs/images/learning-curves.py < events.jsonl > docs/images/learning-curves.svg

The losses are those of the events `sweep`, `epoch` and `trained`. They have the same bits on every machine, so the
picture does too. An epoch's event has the loss before its update. The hybrid's sweeps are those of the search model,
which are made once, so that they have no events of their own.
"""

import json
import math
import sys

WIDTH, HEIGHT = 760, 340
LEFT, RIGHT, TOP, BOTTOM = 70, 170, 44, 48
COLORS = {"search": "#1b6ca8", "gradient": "#c8553d", "hybrid": "#3c8d53"}
NAMES = {"search": "search", "gradient": "gradient (Adam)", "hybrid": "hybrid"}


def read_curves(lines):
    """Returns the loss of each model at iteration 0, 1, ..., with the first iteration of a hybrid's gradient phase."""
    sweeps, epochs, final = {}, {}, {}
    for line in lines:
        event = json.loads(line) if line.startswith("{") else {}
        if event.get("event") == "sweep":
            sweeps.setdefault(event["model"], []).append(event["loss"])
        elif event.get("event") == "epoch":
            epochs.setdefault(event["model"], []).append(event["loss"])
        elif event.get("event") == "trained":
            final[event["model"]] = event["loss"]
    initial = epochs["gradient"][0]
    search = [initial] + sweeps["search"]
    return {
        "search": (0, search),
        "gradient": (0, epochs["gradient"] + [final["gradient"]]),
        "hybrid": (len(search) - 1, epochs["hybrid"] + [final["hybrid"]]),
    }


def draw(curves):
    most = max(first + len(losses) - 1 for first, losses in curves.values())
    every = [loss for _, losses in curves.values() for loss in losses]
    low, high = math.log10(min(every) / 1.25), math.log10(max(every) * 1.1)

    def x(iteration):
        return LEFT + (WIDTH - LEFT - RIGHT) * iteration / most

    def y(loss):
        return TOP + (HEIGHT - TOP - BOTTOM) * (high - math.log10(loss)) / (high - low)

    out = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" width="{WIDTH}" height="{HEIGHT}" '
        'font-family="Helvetica, Arial, sans-serif" font-size="13" fill="#222">',
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>',
        f'<text x="{LEFT}" y="24" font-size="15">Training loss (mean squared error) after each iteration: '
        "diabetes table, 354 training rows</text>",
    ]
    for mantissa in (2, 5, 10):
        for exponent in range(2, 6):
            tick = mantissa * 10**exponent
            if low <= math.log10(tick) <= high:
                out.append(f'<path d="M{LEFT} {y(tick):.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>')
                out.append(f'<text x="{LEFT - 8}" y="{y(tick) + 4:.1f}" text-anchor="end">{tick:,}</text>')
    for tick in range(0, most + 1, 10):
        out.append(f'<text x="{x(tick):.1f}" y="{HEIGHT - BOTTOM + 20}" text-anchor="middle">{tick}</text>')
    out.append(f'<path d="M{LEFT} {TOP}V{HEIGHT - BOTTOM}H{WIDTH - RIGHT}" fill="none" stroke="#666"/>')
    middle = LEFT + (WIDTH - LEFT - RIGHT) / 2
    out.append(f'<text x="{middle}" y="{HEIGHT - 8}" text-anchor="middle">iteration (a sweep of the search, an epoch of Adam)</text>')
    for model, (first, losses) in curves.items():
        points = " ".join(f"{x(first + i):.1f},{y(loss):.1f}" for i, loss in enumerate(losses))
        out.append(f'<polyline points="{points}" fill="none" stroke="{COLORS[model]}" stroke-width="2"/>')
        below = {"search": -12, "gradient": 4, "hybrid": 4}[model]
        end_x, end_y = x(first + len(losses) - 1), y(losses[-1])
        anchor, shift = ("end", 0) if model == "search" else ("start", 8)
        label = f"{NAMES[model]} {losses[-1]:,.0f}"
        out.append(f'<text x="{end_x + shift:.1f}" y="{end_y + below:.1f}" text-anchor="{anchor}" fill="{COLORS[model]}">{label}</text>')
    return "\n".join(out + ["</svg>"])


if __name__ == "__main__":
    print(draw(read_curves(sys.stdin)))
