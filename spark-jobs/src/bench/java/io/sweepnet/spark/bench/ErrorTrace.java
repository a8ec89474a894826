package io.sweepnet.spark.bench;

import java.util.List;

/**
 * What a training reached and when.
 *
 * @param points at least one
 */
record ErrorTrace(List<Point> points) {

    /**
     * The training could have been ended here.
     *
     * @param seconds since it began
     * @param error share of the training rows that are given the wrong class
     */
    record Point(double seconds, double error) {}

    ErrorTrace {
        points = List.copyOf(points);
    }

    /** When an error was first reached; infinite where it never was. */
    double secondsTo(double error) {
        return points.stream()
                .filter(point -> point.error() <= error)
                .mapToDouble(Point::seconds)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    double lowestError() {
        return points.stream().mapToDouble(Point::error).min().orElseThrow();
    }

    /** How long the longest of it took. */
    double seconds() {
        return points.stream().mapToDouble(Point::seconds).max().orElseThrow();
    }
}
