package io.sweepnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java examples of the README compile as they are there, and those with a printed result print that. */
class ReadmeExampleTest {

    private static final Pattern EXAMPLE =
            Pattern.compile("```java\n([^`]*?class (\\w+)[^`]*)```\n(?:\nprints `([^`]*)`)?");

    @TempDir
    private Path folder;

    @Test
    void theExamplesCompileAndPrintWhatTheReadmeSays() throws Exception {
        List<MatchResult> examples = EXAMPLE.matcher(Files.readString(Path.of("../README.md")))
                .results()
                .toList();
        assertThat(examples).extracting(example -> example.group(2)).containsExactly("ThreefoldBelowLoss", "Example");
        assertThat(examples.get(1).group(3)).as("what the example prints").isNotNull();

        for (MatchResult example : examples) {
            compile(example.group(2), example.group(1));
            if (example.group(3) != null) {
                assertThat(outputOfMain(example.group(2)).strip()).isEqualTo(example.group(3));
            }
        }
    }

    /** As a newcomer would: the class of the loss below that of the example, in one file that the JVM runs as it is. */
    @Test
    void theLossPastedIntoTheExampleTrains() throws Exception {
        String page = Files.readString(Path.of("../README.md"));
        List<String> examples =
                EXAMPLE.matcher(page).results().map(example -> example.group(1)).toList();
        String loss = examples.get(0).replaceFirst("import .*;\n", "");
        String both = "import io.sweepnet.loss.ResidualLoss;\n"
                + examples.get(1).replace("new AbsoluteLoss()", "new ThreefoldBelowLoss()") + loss;
        Path source = Files.writeString(folder.resolve("Example.java"), both);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();

        Process process = new ProcessBuilder(java, "-cp", "target/classes", source.toString())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
        String stated = page.replaceAll("(?s).*the loss is then ([0-9.]+)\\. .*", "$1");
        assertThat(printed).startsWith("loss " + stated + ",");
    }

    private void compile(String name, String text) throws IOException {
        Path source = Files.writeString(folder.resolve(name + ".java"), text);
        JavadocExamplesContract.compile(folder, List.of(source.toString()), "-Xlint:all");
    }

    private String outputOfMain(String name)
            throws IOException, ClassNotFoundException, NoSuchMethodException, IllegalAccessException,
                    InvocationTargetException {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            classes.loadClass(name).getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
