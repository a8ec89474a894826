package io.sweepnet.spark.predict;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.model.file.ClassKind;
import io.sweepnet.model.file.SavedModel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How good predictions are where the table shows the target. */
class KnownTargetTest {

    @TempDir
    private Path folder;

    private Scoring scoring;

    @BeforeEach
    void newScoring() {
        scoring = new Scoring(folder);
    }

    private static SavedModel signs(ClassKind kind, String low, String high) {
        return Scoring.classes(List.of("x"), List.of(low, high), kind, new double[] {-1}, new double[] {1});
    }

    @Test
    void aClassThatTheModelNeverSawIsReportedAndCountsAsAnError() throws Exception {
        ScoringSummary rows = scoring.score(
                signs(ClassKind.TEXT, "no", "yes"), "table.csv", "x,y\n1,yes\n-1, no \n2,no\n3,maybe\n4,\n5,NA\n");

        assertThat(rows.scored()).isEqualTo(6);
        assertThat(rows.known()).isEqualTo(5);
        assertThat(rows.metric()).isEqualTo("accuracy");
        assertThat(rows.value()).isEqualTo(2 / 5.0);
        assertThat(rows.unseen()).isEqualTo(2);
        assertThat(rows.unseenClass()).contains("NA");
        assertThat(scoring.column("prediction")).containsExactly("yes", "no", "yes", "yes", "yes", "yes");
    }

    @Test
    void trueAndFalseMayBeSpelledInCapitals() throws Exception {
        ScoringSummary rows = scoring.score(
                signs(ClassKind.BOOLEAN, "false", "true"), "table.csv", "x,y\n1,True\n-1,FALSE\n-1,true\n");

        assertThat(rows.known()).isEqualTo(3);
        assertThat(rows.value()).isEqualTo(2 / 3.0);
        assertThat(rows.unseen()).isZero();
    }

    @Test
    void numbersThatAreSpelledOtherwiseAreTheSameClass() throws Exception {
        ScoringSummary rows = scoring.score(
                signs(ClassKind.NUMBER, "0", "1"), "table.csv", "x,y\n-1,0.0\n-2,-0\n1,1.0\n1,1\n1,1e0\n1,2\n1,x\n");

        assertThat(rows.known()).isEqualTo(7);
        assertThat(rows.value()).isEqualTo(5 / 7.0);
        assertThat(rows.unseen()).isEqualTo(2);
        assertThat(rows.unseenClass()).contains("2");
    }

    @Test
    void theErrorOfNumbersIsTheRootOfTheMeanOfTheSquares() throws Exception {
        ScoringSummary rows =
                scoring.score(Scoring.sum(List.of("x"), 2), "table.csv", "x,y\n1,3\n2,7\n3,\n4,text\n,5\n");

        assertThat(rows.known()).isEqualTo(2);
        assertThat(rows.metric()).isEqualTo("rmse");
        assertThat(rows.value()).isEqualTo(Math.sqrt((1 + 9) / 2.0));
        assertThat(rows.unseenClass()).isEmpty();
    }

    @Test
    void withoutTheTargetNothingIsKnown() throws Exception {
        ScoringSummary rows = scoring.score(Scoring.sum(List.of("x"), 2), "table.csv", "x\n1\n");

        assertThat(rows)
                .extracting(ScoringSummary::known, ScoringSummary::value, ScoringSummary::reason)
                .containsExactly(0L, Double.NaN, Optional.empty());
    }
}
