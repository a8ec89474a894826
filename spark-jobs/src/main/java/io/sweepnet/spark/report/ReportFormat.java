package io.sweepnet.spark.report;

import java.util.List;

/**
 * A form of a report. {@link #ALL} is the registry: each form except {@link #TEXT} is an option of the {@code report}
 * command, created from its label and description, so that a new form needs only a renderer and a line here.
 *
 * @param label the name, in lower case, such as {@code json}
 * @param description a sentence on the form, for {@code --help}
 * @param renderer renders a report in this form
 */
public record ReportFormat(String label, String description, ReportRenderer renderer) {

    /** The form that {@code compare} and {@code train} print, and the default of {@code report}. */
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
