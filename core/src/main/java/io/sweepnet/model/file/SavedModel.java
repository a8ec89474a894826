package io.sweepnet.model.file;

import com.google.gson.JsonParser;
import io.sweepnet.data.FeatureScaling;
import io.sweepnet.data.TargetScaling;
import io.sweepnet.network.Network;
import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A model as it is stored in a file by {@link ModelFile}. In a file with only layers all but the network is empty.
 *
 * <pre>{@code
 * ModelFile.write(Path.of("model.json"), SavedModel.of(model.network()));
 * }</pre>
 *
 * @param network architecture and parameters
 * @param inputs names and scaling of the features
 * @param target name, scaling and classes of the target
 * @param loss name of the loss that training minimised
 * @param provenance version, configuration and data of the training
 */
public record SavedModel(
        Network network,
        Optional<Inputs> inputs,
        Optional<Target> target,
        Optional<String> loss,
        Optional<Provenance> provenance) {

    /**
     * The features of a model, in the order of the network's inputs.
     *
     * @param names names of the features, one for each input
     * @param scaling the scaling of features to inputs
     */
    public record Inputs(List<String> names, FeatureScaling scaling) implements Serializable {
        public Inputs {
            names = List.copyOf(names);
            Set<String> seen = new HashSet<>();
            for (String name : names) {
                if (!seen.add(name)) {
                    throw new IllegalArgumentException("two features are named '" + name + "'");
                }
            }
            if (names.size() != scaling.centres().size()) {
                throw new IllegalArgumentException("got " + names.size() + " feature names for a scaling of "
                        + scaling.centres().size());
            }
        }
    }

    /**
     * The target of a model.
     *
     * @param name name of the target column
     * @param scaling the scaling of the target for training
     * @param classes class names in the order of the outputs; empty if the target is a number
     * @param classKind the type of the classes; text if there are none
     */
    public record Target(String name, TargetScaling scaling, List<String> classes, ClassKind classKind)
            implements Serializable {
        public Target {
            classes = List.copyOf(classes);
        }
    }

    /**
     * The origin of a model, sufficient to train it again and compare.
     *
     * @param version version of Sweepnet
     * @param model name of the model: search, gradient or hybrid
     * @param seed seed of the run
     * @param dataSha256 SHA-256 of the table it was trained on
     * @param config the effective configuration, as JSON text
     * @param status how the training ended: done, cancelled or diverged
     */
    public record Provenance(String version, String model, long seed, String dataSha256, String config, String status) {
        public Provenance {
            if (!JsonParser.parseString(config).isJsonObject()) {
                throw new IllegalArgumentException("a configuration is a JSON object, got '" + config + "'");
            }
        }
    }

    /** Returns a saved model with only a network. */
    public static SavedModel of(Network network) {
        return new SavedModel(network, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
