// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import java.io.IOException;
import org.initium.Slice;

/**
 * The elements of a tensor, made piece by piece: how a tensor larger than memory, or larger than one array, is written.
 *
 * <p>A writer asks for consecutive slices, from the first element to the last, on one thread; a source may make each slice
 * on several.
 */
@FunctionalInterface
public interface FloatSource {
    /**
     * Writes the elements of {@code slice} to {@code out[0 .. slice.count() - 1]}.
     *
     * @param slice a slice of the whole tensor
     * @param out at least {@code slice.count()} elements, overwritten by the next call
     * @throws IOException if the elements cannot be had; the file that was being written is then left as it was
     */
    void fill(Slice slice, float[] out) throws IOException;
}
