// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

/** The samplers, by name. */
public final class Samplers {
    private Samplers() {}

    /** The native sampler for this key, of {@link NativeWords}: vectorised, the same bits on every machine. */
    public static Sampler of(Key key) {
        return new NativeSampler(key);
    }
}
