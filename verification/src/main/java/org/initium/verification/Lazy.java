// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import java.util.function.Supplier;

/** A value that is computed when first asked for; for one thread. */
final class Lazy<T> {
    private Supplier<T> supplier;
    private T value;

    Lazy(Supplier<T> supplier) {
        this.supplier = supplier;
    }

    /** The value. If the supplier throws, this throws, and asks it again the next time. */
    T get() {
        if (supplier != null) {
            value = supplier.get();
            supplier = null;
        }
        return value;
    }
}
