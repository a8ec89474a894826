package io.sweepnet.spark.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * The roles of a table's columns, as the caller requests them. Whether the table has these columns is checked when it
 * is read.
 *
 * <pre>{@code
 * ColumnRoles roles = ColumnRoles.ofTarget("quality").withFeatures(List.of("alcohol", "acidity"));
 * }</pre>
 *
 * @param target the column to predict; empty for the one that the file format defines, as LibSVM does
 * @param id the column that names rows
 * @param weight the column of row weights, other than the target
 * @param features the columns to learn from, each once, without the target; empty for all other numeric ones
 * @param task whether the target holds classes or numbers
 * @param missing what is done with rows that lack a value
 */
public record ColumnRoles(
        Optional<String> target,
        Optional<String> id,
        Optional<String> weight,
        List<String> features,
        Task task,
        MissingPolicy missing) {

    /** @throws IllegalArgumentException if a name is empty, a feature is listed twice, or the target has two roles */
    public ColumnRoles {
        features = List.copyOf(features);
        checkName("target", target);
        checkName("id", id);
        checkName("weight", weight);
        check(!features.contains(""), "a feature has an empty name");
        check(new HashSet<>(features).size() == features.size(), "a feature stands twice in " + features);
        if (target.isPresent()) {
            check(!features.contains(target.get()), "the target '" + target.get() + "' is among the features");
            check(!weight.equals(target), "the target '" + target.get() + "' is the weight as well");
        }
    }

    private static void checkName(String role, Optional<String> name) {
        check(name.filter(String::isEmpty).isEmpty(), "the name of the " + role + " is empty");
    }

    private static void check(boolean valid, String complaint) {
        if (!valid) {
            throw new IllegalArgumentException(complaint);
        }
    }

    /** Returns the roles for a target that is predicted from all other numeric columns; rows must not lack values. */
    public static ColumnRoles ofTarget(String target) {
        return new ColumnRoles(
                Optional.of(target), Optional.empty(), Optional.empty(), List.of(), Task.AUTO, MissingPolicy.FAIL);
    }

    /** Returns the same roles with other features. */
    public ColumnRoles withFeatures(List<String> names) {
        return new ColumnRoles(target, id, weight, names, task, missing);
    }
}
