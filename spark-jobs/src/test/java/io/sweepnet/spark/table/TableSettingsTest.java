package io.sweepnet.spark.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sweepnet.data.FeatureScaling;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** The records that say what a table is and how it is read check themselves, and name no key of a configuration. */
class TableSettingsTest {

    @Test
    void filesNeedAPath() {
        assertRefused(() -> TableFiles.of(""), "the path of a table is empty");
    }

    @Test
    void theTargetHasNoOtherRole() {
        assertRefused(() -> roles("y", null, "x", "y"), "the target 'y' is among the features");
        assertRefused(() -> roles("y", "y", "x"), "the target 'y' is the weight as well");
    }

    @Test
    void namesOfColumnsAreNotEmptyAndFeaturesStandOnce() {
        assertRefused(() -> ColumnRoles.ofTarget(""), "the name of the target is empty");
        assertRefused(() -> roles("y", "", "x"), "the name of the weight is empty");
        assertRefused(() -> roles("y", null, "x", ""), "a feature has an empty name");
        assertRefused(() -> roles("y", null, "x", "z", "x"), "a feature stands twice in [x, z, x]");
    }

    @Test
    void rolesKeepAllButTheFeatures() {
        ColumnRoles roles = roles("y", "w", "x");

        assertThat(roles.withFeatures(List.of("a", "b"))).isEqualTo(roles("y", "w", "a", "b"));
        assertRefused(() -> roles.withFeatures(List.of("y")), "the target 'y' is among the features");
    }

    @Test
    void theMarksOfCsvFilesTellEachOtherApart() {
        assertRefused(
                () -> csv(',', '"', ',', List.of()), "separator, quote and decimal mark must be different characters");
        assertRefused(
                () -> csv('"', '"', '.', List.of()), "separator, quote and decimal mark must be different characters");
        assertRefused(() -> csv('\n', '"', '.', List.of()), "no separator can be the character 10");
        assertRefused(() -> csv(',', '\0', '.', List.of()), "no quote can be a line break or NUL");
        assertRefused(() -> csv(',', '"', ';', List.of()), "the decimal mark is . or , and not the character 59");
        assertRefused(() -> csv(',', '"', '.', List.of("NA", "NA")), "a spelling stands twice in [NA, NA]");
    }

    @Test
    void sharesLeaveRowsToLearnFrom() {
        assertRefused(
                () -> new Preparation(FeatureScaling.Kind.NONE, TargetScalingKind.NONE, 0.6, 0.4),
                "shares of 0.6 and 0.4 for test and validation must be at least 0 and together below 1");
        assertRefused(
                () -> new Preparation(FeatureScaling.Kind.NONE, TargetScalingKind.NONE, -0.1, 0),
                "shares of -0.1 and 0.0 for test and validation must be at least 0 and together below 1");
    }

    private static ColumnRoles roles(String target, String weight, String... features) {
        return new ColumnRoles(
                Optional.of(target),
                Optional.empty(),
                Optional.ofNullable(weight),
                List.of(features),
                Task.AUTO,
                MissingPolicy.FAIL);
    }

    private static CsvFormat csv(char separator, char quote, char decimal, List<String> missing) {
        return new CsvFormat(separator, Optional.of(quote), decimal, missing);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatIllegalArgumentException().isThrownBy(call).withMessage(message);
    }
}
