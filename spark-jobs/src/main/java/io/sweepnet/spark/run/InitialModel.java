package io.sweepnet.spark.run;

import io.sweepnet.model.file.ModelFile;
import io.sweepnet.model.file.SavedModel;
import io.sweepnet.network.Activation;
import io.sweepnet.network.Architecture;
import io.sweepnet.spark.config.NetworkConfig;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.ColumnRoles;
import java.nio.file.Path;
import java.util.List;

/** A model file that training starts from. */
final class InitialModel {

    private InitialModel() {}

    /**
     * Reads the file. Activations that it does not name are taken from the configuration.
     *
     * @throws InputException with a message of one line that names the file and the reason
     */
    static SavedModel read(Path file, NetworkConfig network) {
        try {
            return ModelFile.read(file, layers -> activations(file, layers, network));
        } catch (IllegalArgumentException e) {
            throw new InputException("--initial: " + e.getMessage(), e);
        }
    }

    private static List<Activation> activations(Path file, int layers, NetworkConfig network) {
        if (layers != network.activations().size() + 1) {
            throw new InputException(
                    "--initial: the model file '" + file + "' has " + layers + " layers, network.hidden = "
                            + network.hidden() + " makes " + (network.hidden().size() + 1));
        }
        return Activation.withIdentityOutputs(network.activations());
    }

    /**
     * Returns the roles with the features of the model, in its order, if the user names none, so that the columns of
     * the table may have another order.
     */
    static ColumnRoles featuresOf(SavedModel model, ColumnRoles roles) {
        if (model.inputs().isEmpty() || !roles.features().isEmpty()) {
            return roles;
        }
        if (roles.target().filter(model.inputs().get().names()::contains).isPresent()) {
            throw new InputException(
                    "--initial: the model file learned from '" + roles.target().get() + "', which is data.target here");
        }
        return roles.withFeatures(model.inputs().get().names());
    }

    /** Returns the error for features that the model file names, not the user. */
    static InputException ofFeatures(Path file, InputException e) {
        return new InputException(
                "--initial: the features are those of the model file '" + file + "'; " + e.getMessage(), e);
    }

    /** Checks that the model fits the network and the table. */
    static void check(Path file, SavedModel model, Architecture architecture, TableSummary table) {
        Architecture own = model.network().architecture();
        if (!own.sizes().equals(architecture.sizes())) {
            throw new InputException("--initial: the model file '" + file + "' holds a network of " + own.shape()
                    + ", but data and network.hidden make one of " + architecture.shape());
        }
        model.inputs().ifPresent(inputs -> {
            if (!inputs.names().equals(table.featureNames())) {
                throw new InputException("--initial: the model file '" + file + "' has features " + inputs.names()
                        + ", the table gives " + table.featureNames());
            }
        });
        model.target().ifPresent(target -> {
            String name = table.targetName();
            if (!target.name().equals(name)) {
                throw new InputException("--initial: the model file '" + file + "' predicts '" + target.name()
                        + "', data.target is '" + name + "'");
            }
            if (!target.classes().equals(table.classes())) {
                throw new InputException("--initial: the model file '" + file + "' has classes " + target.classes()
                        + ", the table gives " + table.classes());
            }
        });
    }
}
