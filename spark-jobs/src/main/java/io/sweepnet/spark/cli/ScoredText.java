package io.sweepnet.spark.cli;

import io.sweepnet.model.file.SavedModel;
import io.sweepnet.spark.predict.ScoringSummary;
import io.sweepnet.spark.report.format.LossNumber;
import java.util.Locale;

/** Renders the result of a scoring as text. */
final class ScoredText {

    private ScoredText() {}

    static String of(ScoringSummary rows, SavedModel.Target target, String data, String output) {
        StringBuilder text = new StringBuilder();
        text.append(String.format(
                Locale.ROOT, "scored:      %,d of %s of %s\n", rows.scored(), count(rows.rows(), "row"), data));
        rows.reason()
                .ifPresent(reason -> text.append("not scored:  ")
                        .append(count(rows.rows() - rows.scored(), "row"))
                        .append(", for example because ")
                        .append(reason)
                        .append('\n'));
        if (rows.known() > 0) {
            text.append(error(rows, target)).append('\n');
        }
        return text.append("predictions: ").append(output).append('\n').toString();
    }

    /** Returns the metric of the predictions over the rows that contain the target. */
    private static String error(ScoringSummary rows, SavedModel.Target target) {
        String where = " on " + count(rows.known(), "row") + " that " + (rows.known() == 1 ? "shows" : "show") + " '"
                + target.name() + "'";
        String title = String.format(Locale.ROOT, "%-13s", rows.metric() + ":");
        if (target.classes().isEmpty()) {
            return title + LossNumber.of(rows.value()) + where;
        }
        String unseen = rows.unseenClass()
                .map(name -> "; " + count(rows.unseen(), "row") + " of classes that the model never saw, such as '"
                        + name + "'")
                .orElse("");
        return title + String.format(Locale.ROOT, "%.4f", rows.value()) + where + unseen;
    }

    private static String count(long number, String what) {
        return String.format(Locale.ROOT, "%,d %s", number, number == 1 ? what : what + "s");
    }
}
