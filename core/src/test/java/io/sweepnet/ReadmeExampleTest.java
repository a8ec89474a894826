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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Java example of the README with a printed result compiles as it is there, runs, and prints that. */
class ReadmeExampleTest {

    private static final Pattern EXAMPLE = Pattern.compile("```java\n([^`]*)```\n\nprints `([^`]*)`");

    @TempDir
    private Path folder;

    @Test
    void theExampleCompilesAndPrintsWhatTheReadmeSays() throws Exception {
        Matcher readme = EXAMPLE.matcher(Files.readString(Path.of("../README.md")));
        assertThat(readme.find()).as("an example with its output").isTrue();
        Path source = Files.writeString(folder.resolve("Example.java"), readme.group(1));
        ByteArrayOutputStream messages = new ByteArrayOutputStream();

        int compiled = ToolProvider.getSystemJavaCompiler()
                .run(null, messages, messages, "-Xlint:all", "-proc:none", "-d", folder.toString(), source.toString());

        assertThat(compiled).as(messages.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(outputOfMain().strip()).isEqualTo(readme.group(2));
    }

    private String outputOfMain()
            throws IOException, ClassNotFoundException, NoSuchMethodException, IllegalAccessException,
                    InvocationTargetException {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        try (URLClassLoader classes =
                new URLClassLoader(new URL[] {folder.toUri().toURL()})) {
            System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
            classes.loadClass("Example").getMethod("main", String[].class).invoke(null, (Object) new String[0]);
        } finally {
            System.setOut(before);
        }
        return printed.toString(StandardCharsets.UTF_8);
    }
}
