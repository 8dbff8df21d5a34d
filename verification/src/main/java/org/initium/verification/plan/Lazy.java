// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

import java.util.function.Supplier;

/** A value that is computed when first asked for; for one thread. */
public final class Lazy<T> {
    private Supplier<T> supplier;
    private T value;
    private RuntimeException thrown;

    /** A value that this computes. */
    public Lazy(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    /** The value. What the supplier throws, this throws each time. */
    public T get() {
        if (supplier != null) {
            try {
                value = supplier.get();
            } catch (RuntimeException e) {
                thrown = e;
            }
            supplier = null;
        }
        if (thrown != null) {
            throw thrown;
        }
        return value;
    }
}
