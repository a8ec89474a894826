package io.sweepnet.bench;

import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * What is searched for, apart from the data: written as {@code rows:layers:candidates}, for example
 * {@code 442:10-5-4-1:100}.
 *
 * @param rows number of rows
 * @param sizes inputs, then the units of each layer
 * @param candidates candidates of a parameter
 */
record Problem(int rows, List<Integer> sizes, int candidates) {

    static Problem of(String text) {
        String[] parts = text.split(":", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("a problem is rows:layers:candidates, got '" + text + "'");
        }
        List<Integer> sizes =
                Arrays.stream(parts[1].split("-", -1)).map(Integer::valueOf).toList();
        return new Problem(Integer.parseInt(parts[0]), sizes, Integer.parseInt(parts[2]));
    }

    int inputs() {
        return sizes.get(0);
    }

    int outputs() {
        return sizes.get(sizes.size() - 1);
    }

    /** The network, its hidden layers all of one activation. */
    Architecture architecture(String activation) {
        List<Integer> hidden = sizes.subList(1, sizes.size() - 1);
        return Architecture.of(
                inputs(), hidden, outputs(), Collections.nCopies(hidden.size(), Activation.of(activation)));
    }
}
