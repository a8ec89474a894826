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
 * A model as it is kept in a file ({@link ModelFile}).
 *
 * @param network topology and parameters
 * @param inputs what the features are and how they are scaled; empty in a file of layers alone
 * @param target what is predicted; empty in a file of layers alone
 * @param loss name of the loss it was trained on; empty in a file of layers alone
 * @param provenance where it comes from; empty in a file of layers alone
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
     * @param names one per input
     * @param scaling how raw features become inputs
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
     * What a model predicts.
     *
     * @param name the target column
     * @param scaling how the target was scaled for training
     * @param classes class names in the order of the outputs; empty where the target is a number
     * @param classKind what the names stand for; texts where there are no classes
     */
    public record Target(String name, TargetScaling scaling, List<String> classes, ClassKind classKind)
            implements Serializable {
        public Target {
            classes = List.copyOf(classes);
        }
    }

    /**
     * Enough to train the model again and compare.
     *
     * @param version version of Sweepnet
     * @param model which model: search, gradient or hybrid
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

    /** A model of a network alone. */
    public static SavedModel of(Network network) {
        return new SavedModel(network, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
