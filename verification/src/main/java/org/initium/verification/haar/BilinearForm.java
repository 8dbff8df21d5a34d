// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.haar;

import java.util.List;
import java.util.Locale;
import org.initium.verification.laws.ExpectedLaw;

/**
 * A number {@code u' Q v} of each matrix Q, for unit vectors u and v that are fixed. Under Haar's law each of them follows {@link
 * org.initium.verification.stats.BetaEntries}: {@code Q v} is a uniform point of the sphere if Q is tall, and {@code Q' u} if it is
 * wide. Entries are such forms of unit vectors along two axes.
 */
public enum BilinearForm {
    /** The entry in the first row and column. */
    FIRST_ENTRY {
        @Override
        double coordinate(int i, int length) {
            return i == 0 ? 1 : 0;
        }
    },
    /** The entry in the last row and column, which a factorisation reaches last. */
    LAST_ENTRY {
        @Override
        double coordinate(int i, int length) {
            return i == length - 1 ? 1 : 0;
        }
    },
    /** The sum of all entries, over the root of their number. */
    SUM {
        @Override
        double coordinate(int i, int length) {
            return 1;
        }
    },
    /** Coordinates 1, -2, 3, -4 and so on, none of them alike. */
    RAMP {
        @Override
        double coordinate(int i, int length) {
            return i % 2 == 0 ? i + 1 : -(i + 1);
        }
    };

    /** A coordinate of either vector, before it is made as long as 1. */
    abstract double coordinate(int i, int length);

    /** Whether the form is an entry of the matrix. */
    public boolean isEntry() {
        return this == FIRST_ENTRY || this == LAST_ENTRY;
    }

    /** In words: {@code "last entry"}. */
    public String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /**
     * The form of each matrix, in units of the gain.
     *
     * @param matrices row-major, as the law says
     */
    public float[] of(List<float[]> matrices, ExpectedLaw.Haar law) {
        double[] u = vector(law.rows());
        double[] v = vector(law.columns());
        float[] values = new float[matrices.size()];
        for (int m = 0; m < values.length; m++) {
            float[] q = matrices.get(m);
            double sum = 0;
            for (int i = 0; i < u.length; i++) {
                double row = 0;
                for (int j = 0; j < v.length; j++) {
                    row += q[i * v.length + j] * v[j];
                }
                sum += u[i] * row;
            }
            values[m] = (float) (sum / law.gain());
        }
        return values;
    }

    private double[] vector(int length) {
        double[] vector = new double[length];
        double square = 0;
        for (int i = 0; i < length; i++) {
            vector[i] = coordinate(i, length);
            square += vector[i] * vector[i];
        }
        for (int i = 0; i < length; i++) {
            vector[i] /= Math.sqrt(square);
        }
        return vector;
    }
}
