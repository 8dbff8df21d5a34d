// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.util.Arrays;

/** Sgd's rules once more, on whole arrays and straight from its documentation. */
final class PatientSgd {
    private final SgdConfig config;
    /** The parameters' elements, which two optimizers may share. */
    float[][] w;

    /** Their velocities; without momentum, what each weight moved by last. */
    final float[][] m;

    private int iterations;

    /** At iteration 0 and at rest, from the parameters' values now. */
    PatientSgd(SgdConfig config, Parameter... parameters) {
        this.config = config;
        w = Arrays.stream(parameters).map(p -> p.value().clone()).toArray(float[][]::new);
        m = Arrays.stream(parameters).map(p -> new float[p.value().length]).toArray(float[][]::new);
    }

    /** Makes one update from these gradients, one array for each parameter. */
    void step(float[]... gradients) {
        float[][] g = Arrays.stream(gradients).map(float[]::clone).toArray(float[][]::new);
        clip(g);
        double rate = config.learningRate().at(iterations++);
        float lr = (float) rate;
        float decay = (float) (config.weightDecay() * rate);
        float momentum = (float) config.momentum();
        for (int p = 0; p < g.length; p++) {
            for (int i = 0; i < g[p].length; i++) {
                float x = decay > 0 ? Math.fma(-decay, w[p][i], w[p][i]) : w[p][i];
                m[p][i] = Math.fma(-lr, g[p][i], m[p][i] * momentum);
                if (momentum == 0) {
                    w[p][i] = Math.fma(-lr, g[p][i], x);
                } else if (config.nesterov()) {
                    w[p][i] = Math.fma(-lr, g[p][i], Math.fma(m[p][i], momentum, x));
                } else {
                    w[p][i] = x + m[p][i];
                }
            }
        }
    }

    private void clip(float[][] g) {
        if (config.clipnorm() > 0) {
            for (float[] one : g) {
                shrink(config.clipnorm(), one);
            }
        } else if (config.globalClipnorm() > 0) {
            shrink(config.globalClipnorm(), g);
        } else if (config.clipvalue() > 0) {
            float bound = (float) config.clipvalue();
            for (float[] one : g) {
                for (int i = 0; i < one.length; i++) {
                    one[i] = Math.max(-bound, Math.min(bound, one[i]));
                }
            }
        }
    }

    private static void shrink(double bound, float[]... g) {
        double[] parts = new double[4];
        for (float[] one : g) {
            for (int i = 0; i < one.length; i++) {
                parts[i % 4] += (double) one[i] * one[i];
            }
        }
        double norm = Math.sqrt(parts[0] + parts[1] + (parts[2] + parts[3]));
        if (norm > bound) {
            for (float[] one : g) {
                for (int i = 0; i < one.length; i++) {
                    one[i] = (float) (one[i] * (bound / norm));
                }
            }
        }
    }
}
