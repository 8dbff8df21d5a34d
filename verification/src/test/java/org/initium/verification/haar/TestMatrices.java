// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.haar;

import java.util.List;
import java.util.stream.IntStream;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializers;
import org.initium.linalg.Qr;
import org.initium.random.Key;
import org.initium.random.Samplers;

/** Many matrices for the tests of their law. */
final class TestMatrices {
    private TestMatrices() {}

    /** The engine's, one for each child of the key. */
    static List<float[]> haar(int seed, int count, int rows, int columns) {
        Key key = Key.of(seed);
        return IntStream.range(0, count)
                .mapToObj(m -> Initializers.of("orthogonal").create(Shape.of(rows, columns), Samplers.of(key.child(m))))
                .toList();
    }

    /** Orthogonal factors as Householder's reflectors give them. */
    static List<float[]> raw(int seed, int count, int n) {
        Key key = Key.of(seed);
        return IntStream.range(0, count)
                .mapToObj(m -> {
                    float[] a = new float[n * n];
                    Samplers.of(key.child(m)).normal(0, 1, Slice.all(a.length), a, 0);
                    double[] wide = new double[a.length];
                    for (int i = 0; i < a.length; i++) {
                        wide[i] = a[i];
                    }
                    double[] q = Qr.of(n, n, wide).q();
                    for (int i = 0; i < a.length; i++) {
                        a[i] = (float) q[i];
                    }
                    return a;
                })
                .toList();
    }

    /** Right matrices, times -1 where a form of them is negative: still orthogonal, and their entries nearly right. */
    static List<float[]> turned(List<float[]> matrices, float[] forms) {
        return IntStream.range(0, forms.length)
                .mapToObj(m -> {
                    float[] q = matrices.get(m).clone();
                    for (int i = 0; i < q.length && forms[m] < 0; i++) {
                        q[i] = -q[i];
                    }
                    return q;
                })
                .toList();
    }
}
