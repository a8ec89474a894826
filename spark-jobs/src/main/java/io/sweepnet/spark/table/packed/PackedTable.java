package io.sweepnet.spark.table.packed;

import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.ColumnRoles;
import io.sweepnet.spark.table.Table;
import io.sweepnet.spark.table.TableDescription;
import io.sweepnet.spark.table.TableFiles;
import io.sweepnet.spark.table.source.SourceTable;
import io.sweepnet.spark.table.survey.ChosenColumns;
import io.sweepnet.spark.table.survey.ReadPlan;
import io.sweepnet.spark.table.survey.RowChecks;
import io.sweepnet.spark.table.survey.RowChoice;
import io.sweepnet.spark.table.survey.RowSurvey;
import io.sweepnet.spark.table.survey.SurveyedColumn;
import io.sweepnet.spark.table.survey.TargetCoding;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;

/**
 * A table of files or of a DataFrame, whose rows the executors pack by column. They are then collected in the driver or
 * stay on the executors; both give the same rows, names, notes and messages.
 *
 * <pre>{@code
 * PackedTable ofFrame = PackedTable.of(frame, ColumnRoles.ofTarget("species"));
 * PackedTable ofFiles = PackedTable.open(spark, TableFiles.of("iris.parquet"), ColumnRoles.ofTarget("species"));
 * Table table = ofFrame.collect();
 * }</pre>
 */
public final class PackedTable {

    /**
     * Number of copies of a table in the driver's memory, at most: as read, as a table of numbers, and split and
     * scaled.
     */
    private static final double COPIES = 3;

    private final ColumnRoles roles;
    private final ReadPlan plan;

    private PackedTable(ColumnRoles roles, ReadPlan plan) {
        this.roles = roles;
        this.plan = plan;
    }

    private static PackedTable of(SourceTable source, ColumnRoles roles) {
        return new PackedTable(roles, ReadPlan.of(source, roles));
    }

    /**
     * Opens a DataFrame as a table. It is read as Parquet files of the same rows are: numbers are numbers, booleans and
     * texts are classes or names, and columns of any other type (times, arrays, structs) are texts, which cannot be
     * features. Null, NaN and empty texts are missing values. Its rows are read by {@link #collect} or {@link
     * #onExecutors}.
     *
     * <p>Rows are numbered in the order of the partitions. Training does not depend on that order, since rows are put
     * into canonical order; the numbers of rows in messages and in predictions do. A DataFrame that is computed again
     * must give the same rows each time; if it does not, cache it or write it to files.
     *
     * <p>A DataFrame has neither path nor format. The hash of its names and content ({@code Dataset.sha256}) is that of
     * files with the same rows, so that results and models can identify their training data.
     *
     * <pre>{@code
     * Table wines = PackedTable.of(spark.table("wines").filter("year > 2000"), ColumnRoles.ofTarget("quality")).collect();
     * }</pre>
     *
     * @throws InputException if a column has no name or the name of another, or if the rows are a stream
     */
    public static PackedTable of(Dataset<Row> frame, ColumnRoles roles) {
        return of(SourceTable.of(frame), roles);
    }

    /**
     * Opens a DataFrame as {@link #of(Dataset, ColumnRoles)} does, with a name of its own for messages.
     *
     * @param name for example {@code the table 'wines'}
     * @throws InputException if a column has no name or the name of another, or if the rows are a stream
     */
    public static PackedTable of(Dataset<Row> frame, String name, ColumnRoles roles) {
        return of(SourceTable.of(frame, name), roles);
    }

    /**
     * Opens the files of a table. The features that {@code roles} names exist even if a sparse file does not contain
     * them. The rows are read by {@link #collect} or {@link #onExecutors}.
     *
     * <pre>{@code
     * PackedTable wines = PackedTable.open(spark, TableFiles.of("wines.csv"), ColumnRoles.ofTarget("quality"));
     * }</pre>
     *
     * @throws InputException naming the file that cannot be read, or the column on which files disagree
     */
    public static PackedTable open(SparkSession spark, TableFiles files, ColumnRoles roles) {
        return of(SourceTable.open(spark, files, Set.copyOf(roles.features())), roles);
    }

    /**
     * Returns approximately the largest memory, in bytes, that the driver needs to collect a table and to prepare it
     * for training.
     *
     * @throws InputException if there is no such table
     */
    public static long estimatedBytes(SparkSession spark, TableFiles files) {
        return (long) (COPIES * SourceTable.estimatedBytes(spark, files));
    }

    /**
     * Reads the table into the driver.
     *
     * @throws InputException naming the invalid file, column, row or cell
     */
    public Table collect() {
        CollectedRows collected = CollectedRows.collect(plan);
        ChosenColumns chosen = new ChosenColumns(roles, plan, collected.survey());
        RowChoice choice = chosen.choice();
        RowSurvey rows = collected.survey(choice);
        TargetCoding coding = TargetCoding.of(chosen.target(), rows.target());
        TableDescription description = new RowChecks(roles, plan.source().given(), chosen, rows).describe(coding);

        int count = description.rows();
        List<int[]> complete = collected.complete(choice);
        Optional<List<String>> ids = chosen.id().map(column -> collected.texts(column.index()));
        io.sweepnet.data.Dataset.Builder builder = io.sweepnet.data.Dataset.builder();
        chosen.weight().ifPresent(column -> builder.weights(collected.numbers(column.index(), complete, count)));
        builder.target(description.targetName(), collected.numbers(choice.target(), complete, count, coding::number));
        builder.classes(description.classes());
        builder.positions(collected.positions(complete, count));
        for (SurveyedColumn feature : chosen.features()) {
            builder.feature(feature.name(), collected.takeNumbers(feature.index(), complete, count));
        }
        return new Table(builder.build(), description.classKind(), description.droppedRows(), ids, description.notes());
    }

    /**
     * Surveys the rows on the executors and leaves them there. The data sent to the driver grows with the numbers of
     * columns and of parts of files, not with the number of rows. The caller closes the result.
     *
     * <pre>{@code
     * try (RowBlocks blocks = packed.onExecutors()) {
     *     int rows = blocks.description().rows();
     * }
     * }</pre>
     *
     * @throws InputException naming the invalid file, column, row or cell
     */
    public RowBlocks onExecutors() {
        return RowBlocks.of(roles, plan);
    }
}
