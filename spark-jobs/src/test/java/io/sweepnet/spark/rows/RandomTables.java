package io.sweepnet.spark.rows;

import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.config.DataConfig;
import io.sweepnet.spark.config.RunConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;

/**
 * Random tables in files: features far from zero and such of few values and both zeros, copies and constants, whole rows
 * twice, weights of 0, values and ids that are missing, targets that are numbers and classes.
 */
public final class RandomTables {

    private static final String[] KINDS = {"rare", "a", "b", "b", "ä", "\uD83D\uDE00", "zz"};

    private final Random random;
    private final int features;
    private final List<Object[]> rows = new ArrayList<>();

    /** Columns of a row: id, kind, weight, number, then the features. */
    private static final int FIRST = 4;

    public RandomTables(int count, int features, double missing, long seed) {
        this.random = new Random(seed);
        this.features = features;
        for (int i = 0; i < count; i++) {
            boolean isCopy = i > 0 && random.nextInt(4) == 0;
            Object[] row = isCopy ? rows.get(random.nextInt(i)).clone() : row();
            row[0] = random.nextInt(50) == 0 ? null : random.nextInt(50) == 0 ? "é " + i : "r" + i;
            // The first two rows are complete and of different classes, so that there is something to learn.
            if (i >= 2 && random.nextDouble() < missing) {
                row[FIRST + random.nextInt(features)] = null;
            }
            if (i < 2) {
                Object[] complete = row();
                complete[0] = row[0];
                complete[1] = KINDS[i + 1];
                row = complete;
            }
            rows.add(row);
        }
    }

    private Object[] row() {
        Object[] row = new Object[FIRST + features];
        row[1] = KINDS[random.nextInt(100) == 0 ? 0 : 1 + random.nextInt(KINDS.length - 1)];
        row[2] = (double) random.nextInt(3) + (random.nextBoolean() ? 0.25 : 0);
        row[3] = 1e6 + random.nextGaussian();
        for (int i = 0; i < features; i++) {
            row[FIRST + i] = switch (i % 4) {
                case 0 -> 1e8 + random.nextGaussian();
                case 1 -> random.nextBoolean() ? 0.0 : random.nextBoolean() ? -0.0 : -1.5;
                case 2 -> row[FIRST + i - 2];
                default -> random.nextGaussian();
            };
        }
        return row;
    }

    private List<String> names() {
        List<String> names = new ArrayList<>(List.of("id", "kind", "weight", "number"));
        IntStream.range(0, features).forEach(i -> names.add("x" + i));
        return names;
    }

    /** Writes CSV files of about equal numbers of rows. */
    public Path csv(Path folder, int files) {
        return write(folder, files, ".csv", String.join(",", names()) + "\n", row -> {
            List<String> cells = new ArrayList<>();
            for (Object cell : row) {
                cells.add(cell == null ? "" : cell.toString());
            }
            return String.join(",", cells);
        });
    }

    /** Writes LibSVM files, whose target is the class's number or the number. */
    public Path libSvm(Path folder, int files, boolean classes) {
        return write(folder, files, ".libsvm", "", row -> {
            StringBuilder line = new StringBuilder();
            line.append(classes ? List.of(KINDS).indexOf(row[1]) : row[3]);
            for (int i = 0; i < features; i++) {
                if (row[FIRST + i] != null && !row[FIRST + i].equals(0.0)) {
                    line.append(' ').append(i + 1).append(':').append(row[FIRST + i]);
                }
            }
            return line.toString();
        });
    }

    /** Writes Parquet files. */
    public Path parquet(Path folder, int files) {
        Path table = folder.resolve("parquet-" + files);
        frame().repartition(files).write().parquet(table.toString());
        return table;
    }

    /** The rows as a DataFrame that the driver holds. */
    public Dataset<Row> frame() {
        StructType schema = new StructType();
        for (String name : names()) {
            boolean isText = name.equals("id") || name.equals("kind");
            schema = schema.add(name, isText ? DataTypes.StringType : DataTypes.DoubleType);
        }
        List<Row> all = rows.stream().map(RowFactory::create).toList();
        return LocalSpark.session().createDataFrame(all, schema);
    }

    private interface Line {
        String of(Object[] row);
    }

    private Path write(Path folder, int files, String ending, String header, Line line) {
        try {
            Path table = Files.createDirectory(folder.resolve("table-" + files));
            for (int file = 0; file < files; file++) {
                StringBuilder text = new StringBuilder(header);
                int to = (int) ((file + 1L) * rows.size() / files);
                for (int i = (int) ((long) file * rows.size() / files); i < to; i++) {
                    text.append(line.of(rows.get(i))).append('\n');
                }
                // Names so that reading order is not that of writing.
                Files.writeString(table.resolve((file * 5 + 3) % 7 + "-" + file + ending), text);
            }
            return table;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The settings of a table, each key followed by its value. */
    static DataConfig config(Path path, String... settings) {
        Map<String, String> overrides = new HashMap<>();
        overrides.put("data.path", path.toString());
        for (int i = 0; i < settings.length; i += 2) {
            overrides.put(settings[i], settings[i + 1]);
        }
        return RunConfig.load(Optional.empty(), overrides).data();
    }
}
