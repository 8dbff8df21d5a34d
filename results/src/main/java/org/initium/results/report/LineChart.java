// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Curves over epochs. */
final class LineChart {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 250;
    private static final double LEFT = 48;
    private static final double RIGHT = 14;
    private static final double TOP = 30;
    private static final double BOTTOM = 40;

    private LineChart() {}

    /**
     * One curve.
     *
     * @param y a value per epoch, NaN where there is none
     */
    record Series(String name, String style, double[] y) {}

    /**
     * Draws the curves that have a value; the axis of values holds {@code floor}, and {@code ceiling} if it is finite.
     *
     * @param epochs positions on the horizontal axis, ascending
     */
    static Markup of(String title, int[] epochs, double floor, double ceiling, List<Series> series) {
        List<Series> shown = series.stream()
                .filter(s -> Arrays.stream(s.y()).anyMatch(Double::isFinite))
                .toList();
        double most = shown.stream()
                .flatMapToDouble(s -> Arrays.stream(s.y()))
                .filter(Double::isFinite)
                .max()
                .orElse(floor + 1);
        Axis vertical = Axis.linear(floor, Double.isFinite(ceiling) ? ceiling : most, 5);
        Axis horizontal = Axis.linear(epochs[0], epochs[epochs.length - 1], 8);
        Svg svg = new Svg(WIDTH, HEIGHT, title, description(epochs, shown));
        double bottom = HEIGHT - BOTTOM;
        for (double tick : vertical.ticks()) {
            double y = y(vertical, tick);
            svg.line("grid", LEFT, y, WIDTH - RIGHT, y);
            svg.text("tick", LEFT - 6, y + 4, "end", Figures.tick(tick));
        }
        for (double tick : horizontal.ticks()) {
            if (tick == Math.rint(tick)) {
                svg.text("tick", x(horizontal, tick), bottom + 16, "middle", Figures.tick(tick));
            }
        }
        svg.line("axis", LEFT, bottom, WIDTH - RIGHT, bottom);
        svg.text("label", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, "middle", "epoch");
        double legend = LEFT;
        for (Series s : shown) {
            int[] finite = IntStream.range(0, epochs.length)
                    .filter(i -> Double.isFinite(s.y()[i]))
                    .toArray();
            svg.polyline(
                    "curve " + s.style(),
                    Arrays.stream(finite)
                            .mapToDouble(i -> x(horizontal, epochs[i]))
                            .toArray(),
                    Arrays.stream(finite)
                            .mapToDouble(i -> y(vertical, s.y()[i]))
                            .toArray());
            svg.line("curve " + s.style(), legend, 13, legend + 26, 13);
            svg.text("label", legend + 32, 17, "start", s.name());
            legend += 56 + 7.2 * s.name().length(); // about the width of a letter at this size
        }
        return svg.done();
    }

    private static String description(int[] epochs, List<Series> series) {
        StringBuilder text = new StringBuilder("After epoch " + epochs[epochs.length - 1] + ":");
        for (Series s : series) {
            text.append(' ').append(s.name()).append(' ').append(Figures.of(s.y()[epochs.length - 1]));
        }
        return text.toString();
    }

    private static double x(Axis axis, double value) {
        return LEFT + axis.position(value) * (WIDTH - LEFT - RIGHT);
    }

    private static double y(Axis axis, double value) {
        return HEIGHT - BOTTOM - axis.position(value) * (HEIGHT - TOP - BOTTOM);
    }
}
