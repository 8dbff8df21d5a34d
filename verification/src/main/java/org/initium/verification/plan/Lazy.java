// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

import java.util.function.Supplier;

/** A value that is computed when first asked for; for one thread. */
public final class Lazy<T> {
    private Supplier<T> supplier;
    private T value;

    /** A value that this computes. */
    public Lazy(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    /** The value. If the supplier throws, this throws, and asks it again the next time. */
    public T get() {
        if (supplier != null) {
            value = supplier.get();
            supplier = null;
        }
        return value;
    }
}
