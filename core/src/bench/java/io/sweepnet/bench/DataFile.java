package io.sweepnet.bench;

import com.google.gson.Gson;
import io.sweepnet.data.Dataset;
import io.sweepnet.network.Parameters;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A table and a network's initial parameters as other programs can read them: one line of JSON, padded with blanks to a
 * multiple of eight bytes, then little-endian doubles: the parameters in {@code Architecture}'s order, the features column
 * by column, the targets column by column.
 *
 * @param activation name of the hidden layers' activation
 */
record DataFile(Problem problem, String activation, Parameters initial, Dataset dataset) {

    /** What the first line says. */
    private record Header(int rows, List<Integer> sizes, int candidates, String activation) {}

    void write(Path file) throws IOException {
        String json = new Gson().toJson(new Header(problem.rows(), problem.sizes(), problem.candidates(), activation));
        int padded = (json.length() / Double.BYTES + 1) * Double.BYTES;
        byte[] line = (json + " ".repeat(padded - json.length() - 1) + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer bytes = ByteBuffer.allocate(line.length + Double.BYTES * numbers(problem, initial.count()))
                .order(ByteOrder.LITTLE_ENDIAN);
        bytes.put(line);
        put(bytes, initial.toArray());
        for (double[] column : dataset.features()) {
            put(bytes, column);
        }
        for (double[] column : dataset.targets()) {
            put(bytes, column);
        }
        Files.write(file, bytes.array());
    }

    private static int numbers(Problem problem, int parameters) {
        return Math.addExact(parameters, Math.multiplyExact(problem.rows(), problem.inputs() + problem.outputs()));
    }

    private static void put(ByteBuffer bytes, double[] column) {
        for (double number : column) {
            bytes.putDouble(number);
        }
    }

    static DataFile read(Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        StringBuilder line = new StringBuilder();
        for (byte next = bytes.get(); next != '\n'; next = bytes.get()) {
            line.append((char) next);
        }
        Header header = new Gson().fromJson(line.toString(), Header.class);
        Problem problem = new Problem(header.rows(), header.sizes(), header.candidates());
        var architecture = problem.architecture(header.activation());
        Parameters initial = Parameters.of(architecture, get(bytes, architecture.parameterCount()));
        double[][] features = columns(bytes, problem.inputs(), problem.rows());
        double[][] targets = columns(bytes, problem.outputs(), problem.rows());
        return new DataFile(problem, header.activation(), initial, Dataset.of(features, targets));
    }

    private static double[][] columns(ByteBuffer bytes, int count, int rows) {
        double[][] columns = new double[count][];
        for (int i = 0; i < count; i++) {
            columns[i] = get(bytes, rows);
        }
        return columns;
    }

    private static double[] get(ByteBuffer bytes, int count) {
        double[] column = new double[count];
        for (int i = 0; i < count; i++) {
            column[i] = bytes.getDouble();
        }
        return column;
    }
}
