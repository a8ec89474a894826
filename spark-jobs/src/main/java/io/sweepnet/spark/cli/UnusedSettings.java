package io.sweepnet.spark.cli;

import io.sweepnet.spark.config.ModelKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;

/**
 * Notes on settings of the command line that have no effect on the models of a run. Those of a configuration file have
 * none: one file serves runs of several models.
 */
final class UnusedSettings {

    /** The execution of a search; with {@code rows} the gradient model is trained on executors too. */
    private static final String EXECUTION = "search.execution";

    private UnusedSettings() {}

    /**
     * Returns the notes, at most one.
     *
     * @param keys the keys that are set on the command line
     * @param models the models that are trained
     */
    static List<String> notes(Collection<String> keys, List<ModelKind> models) {
        List<String> notes = new ArrayList<>();
        if (!models.contains(ModelKind.HYBRID) && !models.contains(ModelKind.SEARCH)) {
            add(
                    notes,
                    keys,
                    key -> key.startsWith("search.") && !key.equals(EXECUTION),
                    "no model is trained by search");
        }
        if (!models.contains(ModelKind.HYBRID) && !models.contains(ModelKind.GRADIENT)) {
            add(notes, keys, key -> key.startsWith("gradient."), "no model is trained by Adam");
        }
        return notes;
    }

    private static void add(List<String> notes, Collection<String> keys, Predicate<String> unused, String why) {
        List<String> without = keys.stream().filter(unused).sorted().toList();
        if (!without.isEmpty()) {
            notes.add(String.join(", ", without) + (without.size() == 1 ? " has" : " have") + " no effect: " + why);
        }
    }
}
