package io.sweepnet.spark.table;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/**
 * Which columns of a table serve as what, as asked for by whoever reads it. Whether the table has such columns is found out
 * when it is read.
 *
 * @param target the column to learn; empty for the one that the file format itself marks, as LibSVM does
 * @param id the column that names rows
 * @param weight the column of row weights, other than the target
 * @param features the columns to learn from, each once, without the target; empty for all other numeric ones
 * @param task whether classes or numbers are learned
 * @param missing what becomes of rows that lack a value
 */
public record ColumnRoles(
        Optional<String> target,
        Optional<String> id,
        Optional<String> weight,
        List<String> features,
        Task task,
        MissingPolicy missing) {

    /** @throws IllegalArgumentException if a name is empty, a feature stands there twice, or the target has two roles */
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

    /** A target that is learned from all other numeric columns; rows must not lack values. */
    public static ColumnRoles ofTarget(String target) {
        return new ColumnRoles(
                Optional.of(target), Optional.empty(), Optional.empty(), List.of(), Task.AUTO, MissingPolicy.FAIL);
    }

    /** The same roles with other features. */
    public ColumnRoles withFeatures(List<String> names) {
        return new ColumnRoles(target, id, weight, names, task, missing);
    }
}
