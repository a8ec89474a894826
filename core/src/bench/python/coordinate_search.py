"""Coordinate search in PyTorch, two ways, on one thread and in float64.

Both try, for each parameter in turn (the output layer first, weights before biases), its current value and the points of
a grid from -5 to 5, and keep the best under the squared error; the first of equals wins.

    coordinate_search.py FILE plain|batched SWEEPS REPEATS < CHOICES

FILE is what the Java program writes (class DataFile says how). CHOICES is JSON, the list of the indices that Java chose in
these sweeps, -1 for the current value. Every choice is checked against it: where it differs, the losses have to be equal
to 1e-9 (relative), since sums in another order round differently; the search then goes on with Java's choice, so that
all make the same steps. Prints one line of JSON.
"""

import json
import sys
import time

import numpy
import torch
import torch.nn.functional as functional

LOW, HIGH = -5.0, 5.0
TOLERANCE = 1e-9
ACTIVATIONS = {"relu": torch.relu, "tanh": torch.tanh, "identity": lambda z: z}
ACTIVATIONS_IN_PLACE = {"relu": torch.relu_, "tanh": torch.tanh_, "identity": lambda z: z}


class Data:
    """A table and a network's initial parameters."""

    def __init__(self, path):
        with open(path, "rb") as file:
            header = json.loads(file.readline())
            numbers = torch.from_numpy(numpy.frombuffer(file.read(), dtype="<f8").copy())
        self.rows = header["rows"]
        self.sizes = header["sizes"]
        self.activation = header["activation"]
        size = header["candidates"]
        self.candidates = [LOW + i * ((HIGH - LOW) / (size - 1)) for i in range(size - 1)] + [HIGH]
        self.weights, self.biases = [], []
        place = 0
        for inputs, units in zip(self.sizes, self.sizes[1:]):
            self.weights.append(numbers[place : place + inputs * units].reshape(units, inputs).clone())
            place += inputs * units
            self.biases.append(numbers[place : place + units].clone())
            place += units
        columns = numbers[place:].reshape(-1, self.rows)
        self.features = columns[: self.sizes[0]].contiguous()  # [feature, row]
        self.targets = columns[self.sizes[0] :].contiguous()  # [output, row]


def parameters(sizes):
    """All (layer, unit, input) in the order of a sweep; input None is the bias."""
    for layer in reversed(range(len(sizes) - 1)):
        inputs, units = sizes[layer], sizes[layer + 1]
        for unit in range(units):
            for i in range(inputs):
                yield layer, unit, i
        for unit in range(units):
            yield layer, unit, None


class PlainSearch:
    """A forward pass over all rows for each candidate."""

    def __init__(self, data):
        self.candidates = data.candidates
        self.activation = ACTIVATIONS[data.activation]
        self.weights = [weight.clone() for weight in data.weights]
        self.biases = [bias.clone() for bias in data.biases]
        self.features = data.features.T.contiguous()
        self.targets = data.targets.T.contiguous()

    def loss(self):
        x = self.features
        for weight, bias in zip(self.weights[:-1], self.biases[:-1]):
            x = self.activation(functional.linear(x, weight, bias))
        return functional.mse_loss(functional.linear(x, self.weights[-1], self.biases[-1]), self.targets).item()

    def losses(self, layer, unit, i):
        """The losses at the current value and at each candidate."""
        current = self.value(layer, unit, i)
        losses = [self.loss()]
        for candidate in self.candidates:
            self.accept(layer, unit, i, candidate)
            losses.append(self.loss())
        self.accept(layer, unit, i, current)
        return losses

    def value(self, layer, unit, i):
        return (self.biases[layer][unit] if i is None else self.weights[layer][unit, i]).item()

    def accept(self, layer, unit, i, value):
        if i is None:
            self.biases[layer][unit] = value
        else:
            self.weights[layer][unit, i] = value


class BatchedSearch:
    """All candidates of a parameter in one batched pass; only what changes is computed.

    The pre-activations of all layers are kept, [unit, row]. A parameter of unit j shifts row n of its pre-activation by
    (candidate - current) times its input; the change of the unit's activation shifts the pre-activations of the next
    layer, by its weights; the layers after that are computed in full. The rows go in tiles, the work space of one tile
    stays in the cache and is made once.
    """

    def __init__(self, data, tile):
        self.sizes = data.sizes
        self.rows = data.rows
        self.activation = ACTIVATIONS[data.activation]
        self.activation_ = ACTIVATIONS_IN_PLACE[data.activation]
        self.weights = [weight.clone() for weight in data.weights]
        self.biases = [bias.clone() for bias in data.biases]
        self.features = data.features
        self.targets = data.targets
        self.grid = torch.tensor(data.candidates, dtype=torch.float64)
        self.tile = min(tile, data.rows)
        count = len(data.candidates) + 1
        self.changes = torch.zeros(count, dtype=torch.float64)
        self.unit = torch.empty(count * self.tile, dtype=torch.float64)
        self.layers = [torch.empty(count * units * self.tile, dtype=torch.float64) for units in self.sizes[1:]]
        self.last = len(self.sizes) - 2
        self.inputs, self.sums = [], []
        x = self.features
        for layer, (weight, bias) in enumerate(zip(self.weights, self.biases)):
            self.inputs.append(x)
            self.sums.append(torch.addmm(bias[:, None], weight, x))
            if layer < self.last:
                x = self.activation(self.sums[-1])
        self.residuals = self.sums[-1] - self.targets
        self.squares = (self.residuals * self.residuals).sum(1)

    def value(self, layer, unit, i):
        return self.biases[layer][unit] if i is None else self.weights[layer][unit, i]

    def losses(self, layer, unit, i):
        torch.sub(self.grid, self.value(layer, unit, i), out=self.changes[1:])
        total = torch.zeros_like(self.changes)
        for start in range(0, self.rows, self.tile):
            total += self.squares_of_tile(layer, unit, i, start, min(start + self.tile, self.rows))
        if layer == self.last:
            total += self.squares.sum() - self.squares[unit]  # the other outputs stay
        return (total / (self.rows * self.sizes[-1])).tolist()

    def squares_of_tile(self, layer, unit, i, start, end):
        """Sum of squared residuals of each candidate over some rows."""
        count, rows = len(self.changes), end - start
        z = self.unit[: count * rows].view(count, rows)
        base = self.residuals if layer == self.last else self.sums[layer]
        if i is None:
            torch.add(base[unit, start:end], self.changes[:, None], out=z)
        else:
            torch.addcmul(base[unit, start:end], self.changes[:, None], self.inputs[layer][i, start:end], out=z)
        if layer == self.last:
            return z.mul_(z).sum(1)
        change = self.activation_(z).sub_(self.inputs[layer + 1][unit, start:end])
        base = self.residuals if layer + 1 == self.last else self.sums[layer + 1]
        z = self.space(layer + 1, rows)
        torch.addcmul(base[:, start:end], self.weights[layer + 1][:, unit, None], change[:, None], out=z)
        for later in range(layer + 2, self.last + 1):
            x = self.activation_(z)
            z = self.space(later, rows)
            torch.matmul(self.weights[later], x, out=z)
            z.add_(self.biases[later][:, None])
            if later == self.last:
                z.sub_(self.targets[:, start:end])
        return z.mul_(z).sum((1, 2))

    def space(self, layer, rows):
        """Work space of a layer, [candidate, unit, row]."""
        count, units = len(self.changes), self.sizes[layer + 1]
        return self.layers[layer][: count * units * rows].view(count, units, rows)

    def accept(self, layer, unit, i, value):
        change = value - self.value(layer, unit, i).item()
        if i is None:
            self.biases[layer][unit] = value
            self.sums[layer][unit] += change
        else:
            self.weights[layer][unit, i] = value
            self.sums[layer][unit].add_(self.inputs[layer][i], alpha=change)
        for l in range(layer, self.last):
            if l == layer:
                new = self.activation(self.sums[l][unit])
                moved = new - self.inputs[l + 1][unit]
                self.inputs[l + 1][unit] = new
                self.sums[l + 1].addcmul_(self.weights[l + 1][:, unit, None], moved[None])
            else:
                self.inputs[l + 1] = self.activation(self.sums[l])
                torch.addmm(self.biases[l + 1][:, None], self.weights[l + 1], self.inputs[l + 1], out=self.sums[l + 1])
        torch.sub(self.sums[-1], self.targets, out=self.residuals)
        self.squares = (self.residuals * self.residuals).sum(1)


def sweep(search, data, choices):
    """Makes a sweep; gives how many choices were near ties that Java settled the other way."""
    near_ties = 0
    for layer, unit, i in parameters(data.sizes):
        losses = search.losses(layer, unit, i)
        best = min(range(len(losses)), key=losses.__getitem__)
        chosen = next(choices) + 1
        if chosen != best:
            if not losses[chosen] <= losses[best] * (1 + TOLERANCE):
                raise SystemExit(
                    f"layer {layer}, unit {unit}, input {i}: Java chose candidate {chosen - 1} of loss {losses[chosen]!r}, "
                    f"the best is {best - 1} of loss {losses[best]!r}"
                )
            near_ties += 1
        if chosen > 0:
            search.accept(layer, unit, i, data.candidates[chosen - 1])
    return near_ties


def fastest_tile(data):
    """The tile that makes some steps of each layer fastest; part of the warm-up."""
    steps = list(parameters(data.sizes))
    steps = steps[:: max(1, len(steps) // 12)]
    times = {}
    for tile in (128, 256, 512, 1024, 2048, 4096, 16384):
        search = BatchedSearch(data, tile)
        best = float("inf")
        for _ in range(2):
            start = time.perf_counter()
            for step in steps:
                search.losses(*step)
            best = min(best, time.perf_counter() - start)
        times[tile] = best
        if tile >= data.rows:
            break
    return min(times, key=times.get)


def main(path, way, sweeps, repeats):
    torch.set_num_threads(1)
    data = Data(path)
    choices = json.load(sys.stdin)
    tile = fastest_tile(data) if way == "batched" else data.rows

    def new():
        return BatchedSearch(data, tile) if way == "batched" else PlainSearch(data)

    warm = new()
    for step in list(parameters(data.sizes))[::10]:
        warm.losses(*step)
    seconds, near_ties = [], 0
    for _ in range(repeats):
        search, reference = new(), iter(choices)
        start = time.perf_counter()
        near_ties = sum(sweep(search, data, reference) for _ in range(sweeps))
        seconds.append((time.perf_counter() - start) / sweeps)
    print(json.dumps({"secondsPerSweep": seconds, "steps": len(choices), "nearTies": near_ties, "tile": tile}))


if __name__ == "__main__":
    if len(sys.argv) != 5 or sys.argv[2] not in ("plain", "batched"):
        raise SystemExit(__doc__)
    with torch.inference_mode():
        main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))
