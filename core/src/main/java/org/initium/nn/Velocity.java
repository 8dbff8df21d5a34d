// SPDX-License-Identifier: Apache-2.0
package org.initium.nn;

import java.util.Arrays;
import org.initium.nn.kernel.SgdKernel;

/**
 * The velocity of one parameter.
 *
 * <p>Every velocity moves its weight at every update, whether there is a gradient or not. For a row without one that needs
 * neither the gradient nor the rate, so it can wait until the row is read: then the same float operations are made, one
 * update after the other, and the bits are those of an optimizer that never waits. A row whose velocity no longer changes
 * anything, itself included, is done at once.
 */
final class Velocity implements Parameter.Debtor {
    private static final SgdKernel KERNEL = SgdKernel.create();

    /** Updates made up for between two looks at whether they still change anything; a look costs about as much as two. */
    private static final int BETWEEN_LOOKS = 32;

    private final Parameter parameter;
    private final float momentum;
    private final boolean nesterov;
    private final float[] m;
    private long updates;
    /** {@code done[row]}: how many of the updates that row has had; null until there is a row to wait. */
    private long[] done;
    /** Whether a row may be owed updates. */
    private boolean behind;

    Velocity(Parameter parameter, double momentum, boolean nesterov) {
        this.parameter = parameter;
        this.momentum = (float) momentum;
        this.nesterov = nesterov;
        this.m = new float[parameter.settledValue().length];
    }

    /** The elements, up to date. */
    float[] value() {
        settle();
        return m;
    }

    /** Makes one update from the gradient. */
    void update(float lr) {
        RowSet rows = parameter.gradientRows();
        if (rows.isAll()) {
            move(0, parameter.value().length, lr);
            updates++;
            if (done != null) {
                Arrays.fill(done, updates);
            }
            return;
        }
        parameter.owedBy(this);
        if (done == null) {
            done = new long[parameter.shape().dim(0)];
            Arrays.fill(done, updates);
        }
        for (int s = 0; s < rows.spans(); s++) {
            int row = rows.row(s);
            settle(row);
            move(rows.from(s), rows.to(s), lr);
            done[row] = updates + 1;
        }
        updates++;
        behind = true;
    }

    private void move(int from, int to, float lr) {
        float[] w = parameter.settledValue();
        float[] g = parameter.namedGradient();
        if (nesterov) {
            KERNEL.nesterov(from, to, lr, momentum, g, m, w);
        } else {
            KERNEL.momentum(from, to, lr, momentum, g, m, w);
        }
    }

    @Override
    public void settle() {
        if (behind) {
            for (int row = 0; row < done.length; row++) {
                settle(row);
            }
            behind = false;
        }
    }

    @Override
    public void settle(int row) {
        long owed = updates - done[row];
        if (owed == 0) {
            return;
        }
        done[row] = updates;
        int length = m.length / done.length;
        int from = row * length;
        while (owed > 0 && !(owed > BETWEEN_LOOKS && isAtRest(from, from + length))) {
            int next = (int) Math.min(owed, BETWEEN_LOOKS);
            coast(from, from + length, next);
            owed -= next;
        }
    }

    private void coast(int from, int to, int count) {
        if (nesterov) {
            KERNEL.coastNesterov(from, to, count, momentum, m, parameter.settledValue());
        } else {
            KERNEL.coastMomentum(from, to, count, momentum, m, parameter.settledValue());
        }
    }

    /** Whether another update without gradient would change no bit of these elements; all NaN count as one. */
    private boolean isAtRest(int from, int to) {
        float[] w = parameter.settledValue();
        for (int i = from; i < to; i++) {
            float v = m[i] * momentum;
            float x = nesterov ? Math.fma(v, momentum, w[i]) : w[i] + v;
            if (Float.floatToIntBits(v) != Float.floatToIntBits(m[i])
                    || Float.floatToIntBits(x) != Float.floatToIntBits(w[i])) {
                return false;
            }
        }
        return true;
    }
}
