package io.sweepnet.spark.table.packed;

import io.sweepnet.spark.table.ColumnRoles;
import io.sweepnet.spark.table.TableDescription;
import io.sweepnet.spark.table.source.FilePart;
import io.sweepnet.spark.table.source.ReadErrors;
import io.sweepnet.spark.table.survey.CellSurvey;
import io.sweepnet.spark.table.survey.ChosenColumns;
import io.sweepnet.spark.table.survey.ReadPlan;
import io.sweepnet.spark.table.survey.RowChecks;
import io.sweepnet.spark.table.survey.RowChoice;
import io.sweepnet.spark.table.survey.RowSurvey;
import io.sweepnet.spark.table.survey.TableSurvey;
import io.sweepnet.spark.table.survey.TargetCoding;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.Function;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * The complete rows of a table in its chosen columns, in blocks on the executors, and the description of the table.
 *
 * <p>The packed rows are kept on the executors' disks until {@link #close}: they are read several times, and memory is
 * reserved for what a search reads at each step.
 *
 * <pre>{@code
 * try (RowBlocks wines = packed.onExecutors()) {
 *     int rows = wines.description().rows();
 *     long blocks = wines.blocks().count();
 * }
 * }</pre>
 */
public final class RowBlocks implements AutoCloseable {

    private final JavaRDD<PackedRows> pieces;
    private final JavaRDD<RowBlock> blocks;
    private final TableDescription description;

    private RowBlocks(JavaRDD<PackedRows> pieces, JavaRDD<RowBlock> blocks, TableDescription description) {
        this.pieces = pieces;
        this.blocks = blocks;
        this.description = description;
    }

    static RowBlocks of(ColumnRoles asked, ReadPlan plan) {
        JavaRDD<PackedRows> pieces = PackFunction.pieces(plan).persist(StorageLevel.DISK_ONLY());
        try {
            return of(asked, plan, pieces);
        } catch (Throwable e) {
            pieces.unpersist();
            throw e;
        }
    }

    private static RowBlocks of(ColumnRoles asked, ReadPlan plan, JavaRDD<PackedRows> pieces) {
        String given = plan.source().given();
        Map<FilePart, CellSurvey> cells = new HashMap<>();
        for (var part : ReadErrors.reporting(
                given, () -> pieces.mapPartitions(new SurveyCells(plan.width())).collect())) {
            cells.put(part._1(), part._2());
        }
        TableSurvey survey = new TableSurvey(plan.source().files(), plan.width(), cells);
        ChosenColumns chosen = new ChosenColumns(asked, plan, survey);
        RowChoice choice = chosen.choice();
        Map<FilePart, RowSurvey> parts = new TreeMap<>();
        for (var part : ReadErrors.reporting(
                given, () -> pieces.mapPartitions(new SurveyRows(choice)).collect())) {
            parts.put(part._1(), part._2());
        }
        RowSurvey rows = choice.noRows();
        parts.values().forEach(rows::append);
        TargetCoding coding = TargetCoding.of(chosen.target(), rows.target());
        TableDescription description = new RowChecks(asked, given, chosen, rows).describe(coding);
        return new RowBlocks(pieces, pieces.map(new ChooseRows(choice, coding, survey.before())), description);
    }

    /** Returns the description of the table. */
    public TableDescription description() {
        return description;
    }

    /** Returns the rows; the order of the blocks is not defined. */
    public JavaRDD<RowBlock> blocks() {
        return blocks;
    }

    /** Releases the packed rows on the executors' disks. */
    @Override
    public void close() {
        pieces.unpersist();
    }

    /** Surveys the cells of each part of a file. */
    private static final class SurveyCells
            implements FlatMapFunction<Iterator<PackedRows>, Tuple2<FilePart, CellSurvey>> {

        private static final long serialVersionUID = 1;

        private final int width;

        SurveyCells(int width) {
            this.width = width;
        }

        @Override
        public Iterator<Tuple2<FilePart, CellSurvey>> call(Iterator<PackedRows> pieces) {
            // The pieces of a part are in one partition, in order.
            Map<FilePart, CellSurvey> parts = new HashMap<>();
            while (pieces.hasNext()) {
                PackedRows piece = pieces.next();
                parts.computeIfAbsent(piece.part(), part -> new CellSurvey(width))
                        .append(piece.survey());
            }
            return tuples(parts);
        }
    }

    /** Surveys the rows of each part of a file. */
    private static final class SurveyRows
            implements FlatMapFunction<Iterator<PackedRows>, Tuple2<FilePart, RowSurvey>> {

        private static final long serialVersionUID = 1;

        private final RowChoice choice;

        SurveyRows(RowChoice choice) {
            this.choice = choice;
        }

        @Override
        public Iterator<Tuple2<FilePart, RowSurvey>> call(Iterator<PackedRows> pieces) {
            Map<FilePart, RowSurvey> parts = new HashMap<>();
            while (pieces.hasNext()) {
                PackedRows piece = pieces.next();
                parts.computeIfAbsent(piece.part(), part -> choice.noRows()).append(choice.survey(piece));
            }
            return tuples(parts);
        }
    }

    private static <T> Iterator<Tuple2<FilePart, T>> tuples(Map<FilePart, T> parts) {
        return parts.entrySet().stream()
                .map(part -> new Tuple2<>(part.getKey(), part.getValue()))
                .iterator();
    }

    /** Takes the complete rows of a piece. */
    private static final class ChooseRows implements Function<PackedRows, RowBlock> {

        private static final long serialVersionUID = 1;

        private final RowChoice choice;
        private final TargetCoding coding;
        private final HashMap<FilePart, Long> before;

        ChooseRows(RowChoice choice, TargetCoding coding, Map<FilePart, Long> before) {
            this.choice = choice;
            this.coding = coding;
            this.before = new HashMap<>(before);
        }

        @Override
        public RowBlock call(PackedRows piece) {
            int[] complete = choice.complete(piece);
            int[] features = choice.features();
            double[][] columns = new double[features.length + (choice.weight() < 0 ? 1 : 2)][];
            for (int i = 0; i < features.length; i++) {
                columns[i] = RowSurvey.numbers(piece.column(features[i]), complete, piece.rows());
            }
            PackedRows.Column target = piece.column(choice.target());
            double[] targets = new double[complete.length];
            int[] positions = new int[complete.length];
            String[] ids = choice.id() < 0 ? null : new String[complete.length];
            long first = before.get(piece.part()) + piece.first();
            for (int i = 0; i < complete.length; i++) {
                targets[i] = coding.number(target, complete[i]);
                positions[i] = (int) (first + complete[i]);
                if (ids != null) {
                    ids[i] = piece.column(choice.id()).text(complete[i]);
                }
            }
            columns[features.length] = targets;
            if (choice.weight() >= 0) {
                columns[features.length + 1] = RowSurvey.numbers(piece.column(choice.weight()), complete, piece.rows());
            }
            return new RowBlock(columns, positions, ids);
        }
    }
}
