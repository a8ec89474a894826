package io.sweepnet.spark.report;

import java.util.List;

/**
 * A form that a report can have. {@link #ALL} is the registry: each form but {@link #TEXT} is an option of the {@code report}
 * command, made from its label and description, so that a new form is a renderer's file and a line here.
 *
 * @param label the name, in lower case, such as {@code json}
 * @param description what the form is, in a sentence for {@code --help}
 * @param renderer makes the text
 */
public record ReportFormat(String label, String description, ReportRenderer renderer) {

    /** What {@code compare} and {@code train} print, and {@code report} where no other form is asked for. */
    public static final ReportFormat TEXT = new ReportFormat(
            "text", "As a table per run, with a bar for each model's loss.", report -> new ReportText(report).text());

    /** All forms. */
    public static final List<ReportFormat> ALL = List.of(
            TEXT,
            new ReportFormat(
                    "json",
                    "As JSON: {\"runs\": [...]}, one entry per run and model.",
                    report -> new ReportJson(report).text()));
}
