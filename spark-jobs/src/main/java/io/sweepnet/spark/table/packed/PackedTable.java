package io.sweepnet.spark.table.packed;

import io.sweepnet.data.Dataset;
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
import org.apache.spark.sql.SparkSession;

/**
 * A table whose rows executors pack by column, to be collected in the driver or to stay where they are. Both give the same
 * rows, names, notes and messages.
 *
 * <pre>{@code
 * PackedTable packed = PackedTable.of(SourceTable.of(frame), ColumnRoles.ofTarget("species"));
 * Dataset dataset = packed.collect().dataset();
 * }</pre>
 */
public final class PackedTable {

    /** A table is held as it is read, as a table of numbers, and split and scaled, not all at the same time. */
    private static final double COPIES = 3;

    private final ColumnRoles roles;
    private final ReadPlan plan;

    private PackedTable(ColumnRoles roles, ReadPlan plan) {
        this.roles = roles;
        this.plan = plan;
    }

    /** A table in these roles of its columns; nothing is read before it is asked for. */
    public static PackedTable of(SourceTable source, ColumnRoles roles) {
        return new PackedTable(roles, ReadPlan.of(source, roles));
    }

    /**
     * Opens the files of a table. Features that are named are there also where a sparse file does not show them.
     *
     * @throws InputException naming the file that cannot be read, or the column that files disagree on
     */
    public static PackedTable open(SparkSession spark, TableFiles files, ColumnRoles roles) {
        return of(SourceTable.open(spark, files, Set.copyOf(roles.features())), roles);
    }

    /**
     * About how many bytes of memory the driver needs at most to collect a table and to make it ready to learn from.
     *
     * @throws InputException where there is no such table
     */
    public static long estimatedBytes(SparkSession spark, TableFiles files) {
        return (long) (COPIES * SourceTable.estimatedBytes(spark, files));
    }

    /**
     * Brings the table into the driver.
     *
     * @throws InputException naming the file, column, row or cell that is not as it must be
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
        Dataset.Builder builder = Dataset.builder();
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
     * Looks at the rows where they are, and leaves them there. What comes to the driver grows with columns and parts of
     * files, not with rows. The caller closes what comes of it.
     *
     * @throws InputException naming the file, column, row or cell that is not as it must be
     */
    public RowBlocks onExecutors() {
        return RowBlocks.of(roles, plan);
    }
}
