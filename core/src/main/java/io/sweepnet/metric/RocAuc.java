package io.sweepnet.metric;

import io.sweepnet.random.Ordering;
import java.util.ArrayList;
import java.util.List;

/**
 * The area under the receiver operating characteristic: the probability that a row of a class, drawn by weight, has a higher
 * predicted probability of the class than a row of another class, where equal ones count half (the Mann-Whitney statistic);
 * 0 to 1, and 0.5 for predictions that do not depend on the class. The probabilities are the softmax of the outputs.
 *
 * <p>With two classes it has one value, that of the second class. With more it has the value of each class against all
 * others together (one versus rest), and as a whole the mean of these over the classes that have rows. It is not defined if
 * all rows are of one class, nor for a class without rows; it is NaN if a probability is.
 *
 * <p>Source: J. A. Hanley, B. J. McNeil, The meaning and use of the area under a receiver operating characteristic (ROC)
 * curve, Radiology 143, 1982.
 */
public final class RocAuc extends CollectedMetric {

    private static final long serialVersionUID = 1;

    @Override
    public String name() {
        return "roc_auc";
    }

    @Override
    public String title() {
        return "ROC AUC";
    }

    @Override
    public boolean isForClasses() {
        return true;
    }

    @Override
    public boolean higherIsBetter() {
        return true;
    }

    private static boolean isBinary(TargetSummary target) {
        return target.classes().size() == 2;
    }

    /** The numbers of a row are its class and the probabilities of all classes; of two classes, that of the second only. */
    @Override
    protected int size(TargetSummary target) {
        return isBinary(target) ? 2 : 1 + target.classes().size();
    }

    @Override
    protected void read(PredictedRows rows, int row, TargetSummary target, double[] numbers) {
        double[] probabilities = rows.probabilities(row);
        numbers[0] = rows.targetClass(row);
        if (isBinary(target)) {
            numbers[1] = probabilities[1];
        } else {
            System.arraycopy(probabilities, 0, numbers, 1, probabilities.length);
        }
    }

    @Override
    protected List<MetricValue> values(double[][] numbers, double[] weights, TargetSummary target) {
        boolean isDefined = target.classesPresent() > 1;
        Double[] areas = new Double[target.classes().size()];
        for (int k = isBinary(target) ? 1 : 0; k < areas.length; k++) {
            boolean isPresent = isDefined && target.weightOfClass(k) > 0;
            areas[k] = isPresent ? area(numbers[0], k, numbers[isBinary(target) ? 1 : 1 + k], weights) : null;
        }
        List<MetricValue> values = new ArrayList<>();
        values.add(
                isDefined
                        ? MetricValue.ofWhole(this, MacroMetric.mean(areas))
                        : MetricValue.undefined(this, "the rows are of one class only"));
        for (int k = 0; k < areas.length && !isBinary(target); k++) {
            values.add(MetricValue.of(this, target.classes().get(k), areas[k]));
        }
        return values;
    }

    /**
     * Returns the area of class k against the others. Weights are added up in the order of the scores, those of equal scores
     * in row order.
     *
     * @param classes [row]
     * @param scores probabilities of class k, [row]
     * @param weights [row]
     */
    private static double area(double[] classes, int k, double[] scores, double[] weights) {
        int[] order = Ordering.ascending(scores.length, (a, b) -> Double.compare(scores[a], scores[b]));
        double area = 0;
        double positives = 0;
        double negatives = 0;
        int at = 0;
        while (at < order.length) {
            double score = scores[order[at]];
            if (Double.isNaN(score)) {
                return Double.NaN;
            }
            double equalPositives = 0;
            double equalNegatives = 0;
            for (; at < order.length && scores[order[at]] == score; at++) {
                if (classes[order[at]] == k) {
                    equalPositives += weights[order[at]];
                } else {
                    equalNegatives += weights[order[at]];
                }
            }
            area += equalPositives * (negatives + equalNegatives / 2);
            positives += equalPositives;
            negatives += equalNegatives;
        }
        return area / (positives * negatives);
    }
}
