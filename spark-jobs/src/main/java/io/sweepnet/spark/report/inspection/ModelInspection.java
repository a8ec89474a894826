package io.sweepnet.spark.report.inspection;

import io.sweepnet.model.file.ModelFile;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Parameters;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * A model file and what can be said of it.
 *
 * @param file where it is
 * @param model what it holds
 * @param namesActivations whether its layers name their activations; else those of the model mean nothing
 */
public record ModelInspection(Path file, SavedModel model, boolean namesActivations) {

    /**
     * A layer of the network.
     *
     * @param layer its number, 0 the first hidden one
     * @param activation what its units apply; empty where the file does not say
     */
    public record Layer(
            int layer,
            int units,
            int inputs,
            Optional<Activation> activation,
            ValueSummary weights,
            ValueSummary biases) {}

    /**
     * Reads a file.
     *
     * @throws IllegalArgumentException in one line that names the file and what is wrong
     */
    public static ModelInspection read(Path file) {
        ModelFile.Contents contents = ModelFile.read(file);
        return new ModelInspection(file, contents.model(), contents.namesActivations());
    }

    public Architecture architecture() {
        return model.network().architecture();
    }

    /** The layers, the output layer last. */
    public List<Layer> layers() {
        Parameters parameters = model.network().parameters();
        return IntStream.range(0, architecture().layerCount())
                .mapToObj(layer -> new Layer(
                        layer,
                        architecture().units(layer),
                        architecture().inputs(layer),
                        namesActivations ? Optional.of(architecture().activation(layer)) : Optional.empty(),
                        ValueSummary.of(Arrays.stream(parameters.weights(layer))
                                .flatMapToDouble(Arrays::stream)
                                .toArray()),
                        ValueSummary.of(parameters.biases(layer))))
                .toList();
    }
}
