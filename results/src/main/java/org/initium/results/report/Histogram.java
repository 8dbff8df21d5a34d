// SPDX-License-Identifier: Apache-2.0
package org.initium.results.report;

import java.util.Locale;
import org.initium.results.VerificationSummary.HistogramData;

/** Bars of what was drawn, under the curve of the law it should follow. */
final class Histogram {
    private static final double WIDTH = 280;
    private static final double LEFT = 8;
    private static final double TOP = 6;
    private static final double BOTTOM = 22;

    private Histogram() {}

    /** For a grid of small ones. */
    static Markup of(HistogramData data) {
        return of(data, 140);
    }

    static Markup of(HistogramData data, double height) {
        long[] counts = data.counts();
        double[] density = data.density();
        int bins = counts.length;
        double[] measured = new double[bins];
        double peak = 0;
        for (int i = 0; i < bins; i++) {
            measured[i] = data.total() == 0 ? 0 : counts[i] / (data.total() * data.width());
            peak = Math.max(peak, Math.max(measured[i], density[i]));
        }
        double plotWidth = WIDTH - 2 * LEFT;
        double plotHeight = height - TOP - BOTTOM;
        double floor = TOP + plotHeight;
        double scale = peak == 0 ? 0 : plotHeight / peak;
        Svg svg = new Svg(
                WIDTH,
                height,
                "Histogram of " + data.initializer(),
                String.format(
                        Locale.ROOT,
                        "%d values in %d bins from %s to %s, against %s",
                        data.total(),
                        bins,
                        Figures.of(data.lower()),
                        Figures.of(data.upper()),
                        data.law()));
        double step = plotWidth / bins;
        double[] x = new double[bins];
        double[] y = new double[bins];
        for (int i = 0; i < bins; i++) {
            double bar = measured[i] * scale;
            svg.rect("bin", LEFT + i * step, floor - bar, step, bar);
            x[i] = LEFT + (i + 0.5) * step;
            y[i] = floor - density[i] * scale;
        }
        svg.polyline("law", x, y).line("axis", LEFT, floor, WIDTH - LEFT, floor);
        double middle = 0.5 * (data.lower() + data.upper());
        label(svg, LEFT, height, "start", data.lower());
        label(svg, WIDTH / 2, height, "middle", Math.abs(middle) < 1e-9 * data.width() ? 0 : middle);
        label(svg, WIDTH - LEFT, height, "end", data.upper());
        return svg.done();
    }

    private static void label(Svg svg, double x, double height, String anchor, double value) {
        svg.text("tick", x, height - 6, anchor, Figures.tick(value));
    }
}
