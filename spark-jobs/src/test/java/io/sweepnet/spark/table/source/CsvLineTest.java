package io.sweepnet.spark.table.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.sweepnet.spark.table.CsvFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the cells of a line are, and which lines are broken. */
class CsvLineTest {

    private static final CsvLine.Marks COMMA = marks(',', '"');

    private static CsvLine.Marks marks(char separator, Character quote) {
        return CsvLine.Marks.of(new CsvFormat(separator, Optional.ofNullable(quote), '.', List.of()));
    }

    /** The cells in brackets, of missing ones a minus. */
    private static String cells(CsvLine line) {
        return line.cells().stream()
                .map(cell -> cell == null ? "-" : "[" + cell + "]")
                .collect(Collectors.joining());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '\0', ignoreLeadingAndTrailingWhitespace = false, textBlock = """
                    1,2#[1][2]
                      1 , 2 3\t#[1][2 3]
                    1#[1]
                    ,1,#-[1]-
                    ,#--
                    , ,""#---
                    "a,b",c#[a,b][c]
                     "a" ,\t"b" #[a][b]
                    " a ","  "#[ a ][  ]
                    "say ""no\""",""#[say "no"]-
                    ""\"",\"""a"#["]["a]
                    a"b,1"#[a"b][1"]
                    a ""b""#[a ""b""]
                    ä,\uD835\uDD38#[ä][\uD835\uDD38]
                    """)
    void cellsAreWhatStandsBetweenSeparators(String line, String cells) {
        CsvLine parts = CsvLine.of(line, COMMA);

        assertThat(cells(parts)).isEqualTo(cells);
        assertThat(parts.fault()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '#', quoteCharacter = '\0', textBlock = """
                    1,3,"4       # [1][3] # has a quote that is not closed: 1,3,"4
                    1,"2,3       # [1]    # has a quote that is not closed: 1,"2,3
                    1,"          # [1]    # has a quote that is not closed: 1,"
                    1,"a""       # [1]    # has a quote that is not closed: 1,"a""
                    1,"a" b,3    # [1]    # has text after a closing quote: 1,"a" b,3
                    1,"a"b"      # [1]    # has text after a closing quote: 1,"a"b"
                    1,2,3        # [1][2][3] # has not the 2 cells of the header: 1,2,3
                    1            # [1]    # has not the 2 cells of the header: 1
                    """)
    void brokenLinesAreToldWithTheCellsAsFarAsTheyGo(String line, String cells, String fault) {
        CsvLine parts = CsvLine.of(line, COMMA);

        assertThat(cells(parts)).isEqualTo(cells);
        assertThat(parts.fault(2)).isEqualTo(fault);
    }

    @Test
    void aLongLineIsShownInPartAndNotWithinACharacter() {
        String line = "\uD835\uDD38".repeat(300);

        assertThat(CsvLine.of(line, COMMA).fault(2))
                .isEqualTo("has not the 2 cells of the header: " + "\uD835\uDD38".repeat(200) + " ...");
        assertThat(CsvLine.of("\"" + "7".repeat(199), COMMA).fault())
                .isEqualTo("has a quote that is not closed: \"" + "7".repeat(199));
    }

    @Test
    void withoutAQuoteNoCharacterQuotes() {
        CsvLine parts = CsvLine.of("\"a,b\",'c','", marks(',', null));

        assertThat(cells(parts)).isEqualTo("[\"a][b\"]['c'][']");
        assertThat(parts.fault()).isNull();
    }

    @ParameterizedTest
    @ValueSource(chars = {'\t', ' ', ';', '|', '\u0001', '€'})
    void anyCharacterSeparates(char separator) {
        CsvLine.Marks marks = marks(separator, '\'');

        assertThat(cells(CsvLine.of("1,5 'a ''b' ' 2'   x".replace(' ', separator), marks)))
                .isEqualTo("[1,5][a" + separator + "'b][" + separator + "2]--[x]");
        assertThat(cells(CsvLine.of(String.valueOf(separator).repeat(2), marks)))
                .isEqualTo("---");
    }

    /** A separator that is a blank parts cells that are missing. */
    @Test
    void aLineOfBlanksAloneIsEmpty() {
        assertThat(COMMA.isEmpty("")).isTrue();
        assertThat(COMMA.isEmpty(" \t\r")).isTrue();
        assertThat(COMMA.isEmpty(" ,")).isFalse();
        assertThat(COMMA.isEmpty("\"\"")).isFalse();
        assertThat(marks('\t', '"').isEmpty(" \t")).isFalse();
    }
}
