// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.List;
import java.util.stream.DoubleStream;

/** Horizontal bars in groups, each with the range of its forks, and a column of figures at the right. */
final class BarChart {
    private static final double WIDTH = 520;
    private static final double LABEL = 112;
    private static final double FIGURES = 134;
    private static final double ROW = 22;
    private static final double HEADING = 26;
    private static final double TOP = 22;
    private static final double BOTTOM = 42;
    /** Beyond this ratio of largest to smallest, the small bars of a linear axis cannot be told apart. */
    private static final double LINEAR_RATIO = 40;

    private BarChart() {}

    /**
     * One bar.
     *
     * @param style class of the style sheet
     * @param value its length
     * @param low the lowest fork
     * @param high the highest fork
     * @param note second figure, may be empty
     */
    record Bar(String label, String style, double value, double low, double high, String note) {}

    /** Bars under a heading, which may be empty. */
    record Group(String heading, List<Bar> bars) {}

    /**
     * Draws the groups on one axis, logarithmic if their values differ much.
     *
     * @param unit what the axis measures
     * @param noteHeading heading of the second figures
     */
    static Markup of(String title, String unit, boolean smallerIsBetter, String noteHeading, List<Group> groups) {
        Axis axis = axis(groups);
        double height = TOP + BOTTOM;
        for (Group group : groups) {
            height += ROW * group.bars().size() + (group.heading().isEmpty() ? 0 : HEADING);
        }
        int bars = groups.stream().mapToInt(group -> group.bars().size()).sum();
        Svg svg = new Svg(
                WIDTH, height, title, bars + " bars in " + unit + "; the table after the chart has all figures");
        double end = WIDTH - FIGURES;
        double floor = height - BOTTOM;
        for (double tick : axis.ticks()) {
            svg.line("grid", x(axis, tick), TOP, x(axis, tick), floor);
            svg.text("tick", x(axis, tick), floor + 15, "middle", Figures.tick(tick));
        }
        String direction = smallerIsBetter ? "shorter is better" : "longer is better";
        String scale = axis.logarithmic() ? ", logarithmic axis" : "";
        svg.text("label", (LABEL + end) / 2, height - 8, "middle", unit + " (" + direction + scale + ")");
        svg.text("tick", WIDTH - 66, 12, "end", unit);
        svg.text("tick", WIDTH - 4, 12, "end", noteHeading);
        double y = TOP;
        for (Group group : groups) {
            if (!group.heading().isEmpty()) {
                svg.text("heading", 4, y + HEADING - 9, "start", group.heading());
                y += HEADING;
            }
            svg.line("axis", LABEL, y, LABEL, y + ROW * group.bars().size());
            for (Bar bar : group.bars()) {
                draw(svg, axis, bar, y);
                y += ROW;
            }
        }
        return svg.done();
    }

    private static void draw(Svg svg, Axis axis, Bar bar, double y) {
        double middle = y + ROW / 2;
        svg.text("label", LABEL - 6, middle + 4, "end", bar.label());
        svg.rect(bar.style(), LABEL, y + 3, x(axis, bar.value()) - LABEL, ROW - 6);
        if (bar.high() > bar.low()) {
            double low = x(axis, bar.low());
            double high = x(axis, bar.high());
            svg.line("whisker", low, middle, high, middle);
            svg.line("whisker", low, middle - 4, low, middle + 4);
            svg.line("whisker", high, middle - 4, high, middle + 4);
        }
        svg.text("figure", WIDTH - 66, middle + 4, "end", Figures.of(bar.value()));
        svg.text("figure", WIDTH - 4, middle + 4, "end", bar.note());
    }

    private static Axis axis(List<Group> groups) {
        double most = values(groups).max().orElse(1);
        double least = values(groups).filter(value -> value > 0).min().orElse(most);
        return most > LINEAR_RATIO * least ? Axis.log(least, most) : Axis.linear(0, most, 4);
    }

    private static DoubleStream values(List<Group> groups) {
        return groups.stream()
                .flatMap(group -> group.bars().stream())
                .flatMapToDouble(bar -> DoubleStream.of(bar.value(), bar.low(), bar.high()))
                .filter(Double::isFinite);
    }

    private static double x(Axis axis, double value) {
        return LABEL + axis.position(value) * (WIDTH - LABEL - FIGURES);
    }
}
