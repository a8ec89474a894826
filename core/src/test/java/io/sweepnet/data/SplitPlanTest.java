package io.sweepnet.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.data.SplitPlan.Part;
import io.sweepnet.random.HashRandom;
import io.sweepnet.random.Ordering;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan, which sorts nothing, sends every row where it goes in the random order written out. */
class SplitPlanTest {

    @ParameterizedTest(name = "{0} rows of {1} classes, {2} for test, {3} for validation")
    @CsvSource({
        "2, 1, 0.2, 0",
        "3, 2, 0.3, 0.3",
        "10, 1, 0, 0",
        "50, 50, 0.4, 0.4",
        "97, 3, 0.3, 0.2",
        "97, 3, 0, 0.2",
        "1000, 1, 0.2, 0.1",
        "1000, 7, 0.999, 0",
        "20000, 1, 0.2, 0.1",
        "20000, 2, 0.2, 0.1",
        "20000, 300, 0.01, 0.6",
        "20000, 15000, 0.2, 0.2"
    })
    void itIsThatOfTheWholeOrder(int rows, int classes, double testShare, double validationShare) {
        for (long seed = 0; seed < 5; seed++) {
            int[] classOf = classes(rows, classes, seed);

            SplitPlan plan =
                    SplitPlan.stratified(rows, classes, place -> classOf[place], testShare, validationShare, seed);

            Part[] expected = new Part[rows];
            int[] order = writtenOut(classOf, classes, seed);
            int heldOut = plan.rows(Part.TEST) + plan.rows(Part.VALIDATION);
            for (int i = 0; i < rows; i++) {
                expected[order[i]] =
                        i < plan.rows(Part.TEST) ? Part.TEST : i < heldOut ? Part.VALIDATION : Part.TRAINING;
            }
            Part[] parts = new Part[rows];
            Arrays.setAll(parts, place -> plan.part(place, classOf[place]));
            assertThat(parts).as("seed %d", seed).isEqualTo(expected);
        }
    }

    /** Classes of very unequal sizes; the last rows have one of each class, so that none is empty. */
    private static int[] classes(int rows, int classes, long seed) {
        Random random = new Random(seed);
        int[] classOf = new int[rows];
        for (int place = 0; place < rows; place++) {
            int left = rows - place;
            classOf[place] = left <= classes ? left - 1 : (int) (classes * Math.pow(random.nextDouble(), 3));
        }
        return classOf;
    }

    private static int[] writtenOut(int[] classOf, int classes, long seed) {
        int[] random = HashRandom.permutation(classOf.length, seed, HashRandom.Role.SPLIT, 0);
        int[] sizes = new int[classes];
        for (int k : classOf) {
            sizes[k]++;
        }
        int[] seen = new int[classes];
        double[] places = new double[classOf.length];
        for (int row : random) {
            int k = classOf[row];
            places[row] = (seen[k]++ + 0.5) / sizes[k];
        }
        return Ordering.ascending(classOf.length, (a, b) -> {
            int byPlace = Double.compare(places[a], places[b]);
            return byPlace != 0 ? byPlace : Integer.compare(classOf[a], classOf[b]);
        });
    }
}
