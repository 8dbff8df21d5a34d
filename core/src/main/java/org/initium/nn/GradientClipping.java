// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

/** The three kinds of clipping of {@code keras.optimizers.Optimizer}, in place; see {@link SgdConfig}. */
final class GradientClipping {
    private final SgdConfig config;
    private final Parameter[] parameters;
    private final SumOfSquares sum = new SumOfSquares();

    GradientClipping(SgdConfig config, Parameter[] parameters) {
        this.config = config;
        this.parameters = parameters;
    }

    void apply() {
        if (config.clipnorm() > 0) {
            for (Parameter p : parameters) {
                sum.clear();
                add(p);
                double norm = Math.sqrt(sum.total());
                if (!(norm <= config.clipnorm())) { // A NaN spreads, as in Keras.
                    scale(p, config.clipnorm() / norm);
                }
            }
        } else if (config.globalClipnorm() > 0) {
            sum.clear();
            for (Parameter p : parameters) {
                add(p);
            }
            double norm = Math.sqrt(sum.total());
            if (!(norm <= config.globalClipnorm())) {
                // An infinite norm makes every gradient NaN, as in Keras: norm - norm is NaN then and 0 otherwise.
                double factor = config.globalClipnorm() / norm + (norm - norm);
                for (Parameter p : parameters) {
                    scale(p, factor);
                }
            }
        } else if (config.clipvalue() > 0) {
            for (Parameter p : parameters) {
                clamp(p, (float) config.clipvalue());
            }
        }
    }

    private void add(Parameter p) {
        RowSet rows = p.gradientRows();
        rows.sort(); // The order of the sums is that of the elements, whoever named the rows.
        for (int s = 0; s < rows.spans(); s++) {
            sum.add(p.namedGradient(), rows.from(s), rows.to(s));
        }
    }

    private static void scale(Parameter p, double factor) {
        RowSet rows = p.gradientRows();
        if (Double.isNaN(factor)) {
            rows.addAll(); // Zeros become NaN too.
        }
        float[] g = p.namedGradient();
        for (int s = 0; s < rows.spans(); s++) {
            for (int i = rows.from(s), to = rows.to(s); i < to; i++) {
                g[i] = (float) (g[i] * factor);
            }
        }
    }

    private static void clamp(Parameter p, float bound) {
        RowSet rows = p.gradientRows();
        float[] g = p.namedGradient();
        for (int s = 0; s < rows.spans(); s++) {
            for (int i = rows.from(s), to = rows.to(s); i < to; i++) {
                g[i] = Math.max(-bound, Math.min(bound, g[i]));
            }
        }
    }

    /**
     * A sum of squares in four parts, which are added in pairs at the end: one alone would wait for each addition to finish
     * before the next. Element {@code i} of an array belongs to part {@code i mod 4}, so leaving zeros out changes no bit.
     */
    private static final class SumOfSquares {
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

        void add(float[] g, int from, int to) {
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
}
