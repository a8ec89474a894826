package io.sweepnet.model.file;

import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.model.file.SavedModel.Inputs;
import io.sweepnet.model.file.SavedModel.Provenance;
import io.sweepnet.model.file.SavedModel.Target;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.network.Network;
import io.sweepnet.network.Parameters;
import io.sweepnet.training.TrainingHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;

/** Reads a model from parsed JSON, in the format of {@link ModelFile}. */
final class ModelReader {

    private static final String FORMAT = "sweepnet-model";

    private ModelReader() {}

    /**
     * Returns the model of a file.
     *
     * @param activationsIfAbsent returns the activations for a file whose layers name none, for a number of layers
     * @throws IllegalArgumentException if the content is not valid; the message names the path in the file
     */
    static SavedModel model(JsonField root, IntFunction<List<Activation>> activationsIfAbsent) {
        checkFormat(root);
        Network network = network(root.required("layers").list(), activationsIfAbsent);
        root.optional("architecture").ifPresent(declared -> checkSizes(declared, network.architecture()));
        return new SavedModel(
                network,
                root.optional("features").map(names -> inputs(names, root.required("scaling"), network)),
                root.optional("target").map(target -> target(target, network)),
                root.optional("loss").map(JsonField::text),
                root.optional("provenance").map(ModelReader::provenance));
    }

    private static void checkFormat(JsonField root) {
        Optional<JsonField> format = root.optional("format");
        if (format.isPresent() && !format.get().text().equals(FORMAT)) {
            throw new IllegalArgumentException("format is '" + format.get().text() + "', not " + FORMAT);
        }
        Optional<JsonField> version =
                format.isPresent() ? Optional.of(root.required("format_version")) : root.optional("format_version");
        if (version.isPresent()) {
            int number = version.get().wholeNumber();
            if (number < 1 || number > ModelFile.VERSION) {
                throw new IllegalArgumentException(
                        "format_version is " + number + ", this program reads versions 1 to " + ModelFile.VERSION);
            }
        }
    }

    private static Network network(List<JsonField> layers, IntFunction<List<Activation>> activationsIfAbsent) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("layers is empty");
        }
        double[][][] weights = new double[layers.size()][][];
        double[][] biases = new double[layers.size()][];
        List<Activation> activations = new ArrayList<>();
        List<Integer> sizes = new ArrayList<>();
        for (int l = 0; l < weights.length; l++) {
            JsonField layer = layers.get(l);
            weights[l] = layer.required("weight").matrix();
            biases[l] = layer.required("bias").numbers();
            if (biases[l].length != weights[l].length) {
                throw new IllegalArgumentException("layers[" + l + "] has " + weights[l].length
                        + " rows of weights but " + biases[l].length + " biases");
            }
            int inputs = weights[l][0].length;
            if (l > 0 && inputs != biases[l - 1].length) {
                throw new IllegalArgumentException("layers[" + l + "] takes " + inputs + " inputs, but the layer before"
                        + " has " + biases[l - 1].length + " units");
            }
            if (l == 0) {
                sizes.add(inputs);
            }
            sizes.add(biases[l].length);
            layer.optional("activation").map(field -> field.as(Activation::of)).ifPresent(activations::add);
        }
        if (activations.isEmpty()) {
            activations = activationsIfAbsent.apply(layers.size());
        }
        Architecture architecture = new Architecture(sizes, activations);
        return new Network(Parameters.ofLayers(architecture, weights, biases));
    }

    private static void checkSizes(JsonField declared, Architecture architecture) {
        List<Integer> sizes = declared.required("sizes").list().stream()
                .map(JsonField::wholeNumber)
                .toList();
        if (!sizes.equals(architecture.sizes())) {
            throw new IllegalArgumentException(
                    "architecture.sizes is " + sizes + " but the layers have " + architecture.sizes());
        }
    }

    private static Inputs inputs(JsonField names, JsonField scaling, Network network) {
        Inputs inputs = new Inputs(
                names.list().stream().map(JsonField::text).toList(),
                new FeatureScaling(
                        scaling.required("kind").as(FeatureScaling.Kind::of),
                        scaling.required("centres").boxedNumbers(),
                        scaling.required("scales").boxedNumbers()));
        if (inputs.names().size() != network.architecture().inputSize()) {
            throw new IllegalArgumentException(
                    "features has " + inputs.names().size() + " names for a network of " + network.architecture());
        }
        return inputs;
    }

    private static Target target(JsonField target, Network network) {
        List<String> classes =
                target.required("classes").list().stream().map(JsonField::text).toList();
        if (!classes.isEmpty() && classes.size() != network.architecture().outputSize()) {
            throw new IllegalArgumentException(
                    "target.classes has " + classes.size() + " names for a network of " + network.architecture());
        }
        return new Target(
                target.required("name").text(),
                new TargetScaling(
                        target.required("centre").number(),
                        target.required("scale").number()),
                classes,
                target.optional("class_kind")
                        .map(kind -> kind.as(ClassKind::of))
                        .orElse(ClassKind.TEXT));
    }

    private static Provenance provenance(JsonField provenance) {
        return new Provenance(
                provenance.required("version").text(),
                provenance.required("model").text(),
                provenance.required("seed").longNumber(),
                provenance.required("data_sha256").text(),
                provenance.required("config").object().toString(),
                provenance.optional("status").map(JsonField::text).orElse(TrainingHistory.Status.DONE.label()));
    }
}
