// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.initium.results.EigenphaseData;
import org.initium.results.EigenphaseData.Phases;

/** Bars of the phases drawn over the band of the flat law, and the other samples as lines of points. */
final class EigenphaseChart {
    private static final double WIDTH = 520;
    private static final double HEIGHT = 250;
    private static final double LEFT = 48;
    private static final double RIGHT = 14;
    private static final double TOP = 12;
    private static final double BOTTOM = 40;
    private static final int RIGHT_ANGLES = 2;

    private EigenphaseChart() {}

    static Markup of(EigenphaseData data) {
        double most = data.samples().stream()
                .flatMapToLong(sample -> LongStream.of(sample.counts()))
                .max()
                .orElse(1);
        Axis axis = Axis.linear(0, Math.max(most, data.upper()), 5);
        Phases own = data.samples().get(0);
        Svg svg = new Svg(
                WIDTH,
                HEIGHT,
                "Eigenphases of " + data.initializer(),
                own.counts().length + " bins from 0 to 180 degrees with "
                        + Arrays.stream(own.counts()).min().orElse(0) + " to "
                        + Arrays.stream(own.counts()).max().orElse(0) + " phases, expected "
                        + Figures.of(data.expected()));
        for (double tick : axis.ticks()) {
            svg.line("grid", LEFT, y(axis, tick), WIDTH - RIGHT, y(axis, tick));
            svg.text("tick", LEFT - 6, y(axis, tick) + 4, "end", Figures.tick(tick));
        }
        for (int i = 0; i <= 2 * RIGHT_ANGLES; i++) {
            svg.text("tick", x(i / (2.0 * RIGHT_ANGLES)), HEIGHT - BOTTOM + 16, "middle", 45 * i + "°");
        }
        svg.text("label", (LEFT + WIDTH - RIGHT) / 2, HEIGHT - 6, "middle", "phase of the eigenvalue");
        int bins = own.counts().length;
        for (int i = 0; i < bins; i++) {
            double top = y(axis, own.counts()[i]);
            svg.rect("bin", x((double) i / bins), top, (WIDTH - LEFT - RIGHT) / bins, HEIGHT - BOTTOM - top);
        }
        svg.rect(
                "tolerance",
                LEFT,
                y(axis, data.upper()),
                WIDTH - LEFT - RIGHT,
                y(axis, data.lower()) - y(axis, data.upper()));
        svg.line("law", LEFT, y(axis, data.expected()), WIDTH - RIGHT, y(axis, data.expected()));
        for (Phases other : data.samples().subList(1, data.samples().size())) {
            double[] x = new double[bins];
            double[] y = new double[bins];
            for (int i = 0; i < bins; i++) {
                x[i] = x((i + 0.5) / bins);
                y[i] = y(axis, other.counts()[i]);
                svg.circle("contrast", x[i], y[i], 2.6);
            }
            svg.polyline("curve contrast", x, y);
        }
        svg.line("axis", LEFT, HEIGHT - BOTTOM, WIDTH - RIGHT, HEIGHT - BOTTOM);
        return svg.done();
    }

    private static double x(double share) {
        return LEFT + share * (WIDTH - LEFT - RIGHT);
    }

    private static double y(Axis axis, double value) {
        return HEIGHT - BOTTOM - axis.position(value) * (HEIGHT - TOP - BOTTOM);
    }
}
