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
                sum.add(p);
                double norm = Math.sqrt(sum.total());
                if (!(norm <= config.clipnorm())) { // A NaN spreads, as in Keras.
                    scale(p, config.clipnorm() / norm);
                }
            }
        } else if (config.globalClipnorm() > 0) {
            sum.clear();
            for (Parameter p : parameters) {
                sum.add(p);
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
}
