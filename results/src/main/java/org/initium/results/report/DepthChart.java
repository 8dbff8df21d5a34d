// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.initium.results.DepthData;
import org.initium.results.DepthData.Curve;
import org.initium.results.DepthData.Point;

/** Averages by depth, each with two standard errors to either side, over the lines that theory draws. */
final class DepthChart {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 250;
    private static final double LEFT = 56;
    private static final double RIGHT = 14;
    private static final double TOP = 30;
    private static final double BOTTOM = 40;
    /** Standard errors that a whisker is long, to either side. */
    private static final int ERRORS = 2;

    private DepthChart() {}

    static Markup of(DepthData data) {
        Axis vertical = vertical(data);
        Axis horizontal = Axis.linear(
                points(data).mapToInt(Point::depth).min().orElse(0),
                points(data).mapToInt(Point::depth).max().orElse(1),
                8);
        Svg svg = new Svg(WIDTH, HEIGHT, "The " + data.quantity() + " by depth", description(data));
        for (double tick : vertical.ticks()) {
            double y = y(vertical, tick);
            svg.line("grid", LEFT, y, WIDTH - RIGHT, y);
            svg.text("tick", LEFT - 6, y + 4, "end", Figures.tick(tick));
        }
        for (double tick : horizontal.ticks()) {
            if (tick == Math.rint(tick)) {
                svg.text("tick", x(horizontal, tick), HEIGHT - BOTTOM + 16, "middle", Figures.tick(tick));
            }
        }
        svg.line("axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
        svg.text("label", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, "middle", "layers passed");
        double legend = LEFT;
        for (int c = 0; c < data.curves().size(); c++) {
            Curve curve = data.curves().get(c);
            String style = c == 0 ? "measured" : "contrast";
            draw(svg, horizontal, vertical, curve.points(), style);
            svg.circle(style, legend + 5, 13, 3).text("label", legend + 14, 17, "start", curve.name());
            legend += 32 + 7.2 * curve.name().length(); // about the width of a letter at this size
        }
        return svg.done();
    }

    private static void draw(Svg svg, Axis horizontal, Axis vertical, List<Point> points, String style) {
        List<Point> known =
                points.stream().filter(p -> shown(vertical, p.predicted())).toList();
        svg.polyline(
                "law",
                known.stream().mapToDouble(p -> x(horizontal, p.depth())).toArray(),
                known.stream().mapToDouble(p -> y(vertical, p.predicted())).toArray());
        for (Point p : points) {
            if (shown(vertical, p.measured())) {
                double x = x(horizontal, p.depth());
                if (p.error() > 0) {
                    double low = p.measured() - ERRORS * p.error();
                    double high = p.measured() + ERRORS * p.error();
                    svg.line(
                            "whisker",
                            x,
                            y(vertical, shown(vertical, low) ? low : vertical.low()),
                            x,
                            y(vertical, high));
                }
                svg.circle(style, x, y(vertical, p.measured()), 3);
            }
        }
    }

    private static Axis vertical(DepthData data) {
        double[] values = points(data)
                .flatMapToDouble(p -> DoubleStream.of(p.measured(), p.predicted()))
                .filter(v -> Double.isFinite(v) && (v > 0 || !data.logarithmic()))
                .toArray();
        double least = DoubleStream.of(values).min().orElse(0.1);
        double most = DoubleStream.of(values).max().orElse(1);
        return data.logarithmic() ? Axis.log(least, most) : Axis.linear(Math.min(0, least), most, 5);
    }

    private static boolean shown(Axis axis, double value) {
        return Double.isFinite(value) && (value > 0 || !axis.logarithmic());
    }

    private static Stream<Point> points(DepthData data) {
        return data.curves().stream().flatMap(curve -> curve.points().stream());
    }

    private static String description(DepthData data) {
        return data.curves().stream()
                .map(curve -> {
                    Point last = curve.points().get(curve.points().size() - 1);
                    return curve.name() + ": " + Figures.of(last.measured()) + " after " + last.depth()
                            + " layers, theory says " + Figures.of(last.predicted());
                })
                .collect(Collectors.joining("; "));
    }

    private static double x(Axis axis, double value) {
        return LEFT + axis.position(value) * (WIDTH - LEFT - RIGHT);
    }

    private static double y(Axis axis, double value) {
        return HEIGHT - BOTTOM - axis.position(value) * (HEIGHT - TOP - BOTTOM);
    }
}
