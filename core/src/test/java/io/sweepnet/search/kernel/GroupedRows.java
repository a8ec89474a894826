package io.sweepnet.search.kernel;

import io.sweepnet.loss.Loss;
import io.sweepnet.network.ParameterIndex;
import io.sweepnet.network.Parameters;
import io.sweepnet.search.kernel.remote.RemoteRows;
import io.sweepnet.search.kernel.remote.RowQuestion;
import io.sweepnet.search.kernel.remote.RowShards;
import io.sweepnet.search.kernel.remote.ShardGroup;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Groups of shards in this JVM, whose answers are added up in another order for every question. Where they are made anew,
 * questions travel as bytes.
 */
final class GroupedRows implements RemoteRows {

    /** What was asked, and how long the answer was. */
    record Asked(RowQuestion question, int length) {}

    private final Kernel kernel;
    private final Loss loss;
    private final List<ShardGroup> groups;
    private final boolean areChecked;

    /** Null where they are made anew. */
    private final List<RowShards> kept;

    private final List<Asked> asked = new ArrayList<>();
    private Parameters parameters;

    GroupedRows(Kernel kernel, Parameters initial, List<ShardGroup> groups, Loss loss, boolean areKept) {
        this(kernel, initial, groups, loss, areKept, false);
    }

    /** @param areChecked whether they answer what a {@link CheckedEvaluator} asks by forward passes */
    GroupedRows(
            Kernel kernel,
            Parameters initial,
            List<ShardGroup> groups,
            Loss loss,
            boolean areKept,
            boolean areChecked) {
        this.areChecked = areChecked;
        this.kernel = kernel;
        this.loss = loss;
        this.groups = groups;
        this.parameters = initial;
        this.kept =
                areKept ? groups.stream().map(group -> shards(initial, group)).toList() : null;
    }

    private RowShards shards(Parameters at, ShardGroup group) {
        return areChecked ? CheckedEvaluator.shards(kernel, at, group, loss) : kernel.shards(at, group, loss);
    }

    @Override
    public double[] ask(RowQuestion question) {
        double[] sum = null;
        for (int group : order()) {
            double[] answer = kept != null
                    ? kept.get(group).answer(question)
                    : shards(parameters, groups.get(group)).answer(sent(question));
            sum = sum == null ? answer : plus(sum, answer);
        }
        asked.add(new Asked(question, sum.length));
        return sum;
    }

    private List<Integer> order() {
        List<Integer> order = IntStream.range(0, groups.size()).boxed().collect(Collectors.toList());
        Collections.shuffle(order, new Random(asked.size()));
        return order;
    }

    private static double[] plus(double[] a, double[] b) {
        if (a.length != b.length) {
            throw new IllegalStateException("answers of " + a.length + " and " + b.length + " numbers");
        }
        for (int i = 0; i < a.length; i++) {
            a[i] += b[i];
        }
        return a;
    }

    private static RowQuestion sent(RowQuestion question) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(question);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (RowQuestion) in.readObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void moved(ParameterIndex parameter, double value) {
        parameters = parameters.with(parameter, value);
        if (kept != null) {
            kept.forEach(group -> group.moved(parameter, value));
        }
    }

    /** All questions so far. */
    List<Asked> asked() {
        return asked;
    }
}
