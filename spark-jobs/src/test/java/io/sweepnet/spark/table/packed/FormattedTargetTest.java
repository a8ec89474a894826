package io.sweepnet.spark.table.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.sweepnet.spark.LocalSpark;
import io.sweepnet.spark.input.InputException;
import io.sweepnet.spark.table.ColumnRoles;
import io.sweepnet.spark.table.CsvFormat;
import io.sweepnet.spark.table.DataFormat;
import io.sweepnet.spark.table.MissingPolicy;
import io.sweepnet.spark.table.Table;
import io.sweepnet.spark.table.TableFiles;
import io.sweepnet.spark.table.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A target of numbers in another form is not taken for classes without a word. */
class FormattedTargetTest {

    @TempDir
    private Path folder;

    private PackedTable open(Task task, String... cells) throws IOException {
        StringBuilder csv = new StringBuilder("x;price\n");
        for (int row = 0; row < cells.length; row++) {
            csv.append(row).append(';').append(cells[row]).append('\n');
        }
        Path file = Files.writeString(folder.resolve("t.csv"), csv);
        return PackedTable.open(
                LocalSpark.session(),
                new TableFiles(
                        file.toString(), DataFormat.AUTO, new CsvFormat(';', Optional.of('"'), '.', List.of("NA"))),
                new ColumnRoles(
                        Optional.of("price"), Optional.empty(), Optional.empty(), List.of(), task, MissingPolicy.DROP));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            $1.50 | $2.50 | write numbers without marks of currencies, percent or thousands
            10%   | 20%   | write numbers without marks of currencies, percent or thousands
            1,5   | 2,5   | data.csv.decimal = "," reads a decimal comma
            """)
    void isRefusedWithACellAndTheRemedy(String first, String second, String remedy) throws IOException {
        String message = "target 'price' holds numbers in another form ('" + first + "' in row 1 of t.csv); " + remedy
                + ", or set data.task = classification to learn them as classes";
        PackedTable table = open(Task.AUTO, first, second, first);

        assertThatThrownBy(table::collect).isInstanceOf(InputException.class).hasMessage(message);
        assertThatThrownBy(table::onExecutors)
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @Test
    void oneTextAmongThemChangesNothing() throws IOException {
        PackedTable table = open(Task.AUTO, "cheap", "10%", "20%");

        assertThatThrownBy(table::collect)
                .hasMessageStartingWith("target 'price' holds numbers in another form ('10%'); write numbers");
    }

    @Test
    void theRemedyIsNamedForAMixtureWithNumbersToo() throws IOException {
        PackedTable table = open(Task.AUTO, "1", "2,5", "3");

        assertThatThrownBy(table::collect)
                .hasMessage("target 'price' holds numbers and text ('2,5' in row 2 of t.csv); data.csv.decimal = \",\""
                        + " reads a decimal comma, or set data.task = classification");
    }

    @Test
    void theyAreClassesWhereTheTaskIsSet() throws IOException {
        Table table = open(Task.CLASSIFICATION, "$1.50", "$2.50", "$1.50").collect();

        assertThat(table.dataset().classes()).containsExactly("$1.50", "$2.50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<=50K", "cheap", "2026-12-01", "1st"})
    void otherTextsAreClasses(String text) throws IOException {
        Table table = open(Task.AUTO, text, "other", text).collect();

        assertThat(table.dataset().classes()).hasSize(2);
    }
}
