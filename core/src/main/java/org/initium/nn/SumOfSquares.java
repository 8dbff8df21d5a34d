// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

/**
 * A sum of squares in four parts, which are added in pairs at the end: one alone would wait for each addition to finish
 * before the next. Element {@code i} of an array belongs to part {@code i mod 4}, and each part adds its elements in order,
 * so leaving zeros out changes no bit.
 */
final class SumOfSquares {
    private double s0;
    private double s1;
    private double s2;
    private double s3;

    void clear() {
        s0 = 0;
        s1 = 0;
        s2 = 0;
        s3 = 0;
    }

    /** Adds the gradient of a parameter, whoever named its rows and in whatever order. */
    void add(Parameter p) {
        RowSet rows = p.gradientRows();
        rows.sort();
        for (int s = 0; s < rows.spans(); s++) {
            add(p.namedGradient(), rows.from(s), rows.to(s));
        }
    }

    private void add(float[] g, int from, int to) {
        int i = from;
        for (; i < to && i % 4 != 0; i++) {
            addOne(g[i], i % 4);
        }
        double t0 = s0;
        double t1 = s1;
        double t2 = s2;
        double t3 = s3;
        for (; i <= to - 4; i += 4) {
            t0 += (double) g[i] * g[i];
            t1 += (double) g[i + 1] * g[i + 1];
            t2 += (double) g[i + 2] * g[i + 2];
            t3 += (double) g[i + 3] * g[i + 3];
        }
        s0 = t0;
        s1 = t1;
        s2 = t2;
        s3 = t3;
        for (; i < to; i++) {
            addOne(g[i], i % 4);
        }
    }

    private void addOne(double g, int part) {
        switch (part) {
            case 0 -> s0 += g * g;
            case 1 -> s1 += g * g;
            case 2 -> s2 += g * g;
            default -> s3 += g * g;
        }
    }

    double total() {
        return s0 + s1 + (s2 + s3);
    }
}
