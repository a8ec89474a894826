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
 * The contents of a model file, for reports on it.
 *
 * @param file the path of the file
 * @param model the model in the file
 * @param namesActivations whether the layers in the file name their activations; if not, those of {@code model} are
 *     meaningless
 */
public record ModelInspection(Path file, SavedModel model, boolean namesActivations) {

    /**
     * A layer of the network.
     *
     * @param layer number of the layer, from 0
     * @param units number of units
     * @param inputs number of inputs of each unit
     * @param activation activation of the units; empty if the file does not name it
     * @param weights summary of all weights
     * @param biases summary of all biases
     */
    public record Layer(
            int layer,
            int units,
            int inputs,
            Optional<Activation> activation,
            ValueSummary weights,
            ValueSummary biases) {}

    /**
     * Reads a model file.
     *
     * @throws IllegalArgumentException with a message of one line that names the file and the reason
     */
    public static ModelInspection read(Path file) {
        ModelFile.Contents contents = ModelFile.read(file);
        return new ModelInspection(file, contents.model(), contents.namesActivations());
    }

    public Architecture architecture() {
        return model.network().architecture();
    }

    /** Returns the layers, the output layer last. */
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
