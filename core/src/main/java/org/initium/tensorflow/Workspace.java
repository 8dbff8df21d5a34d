// SPDX-License-Identifier: Apache-2.0
package org.initium.tensorflow;

import org.initium.random.philox.PhiloxWords;

/** What one thread needs to draw up to {@link Scratch#SIZE} elements. */
final class Workspace {
    final long[] numbers = new long[Scratch.SIZE / 4];
    final int[] words = new int[Scratch.SIZE];
    final Scratch scratch = new Scratch();
    final float[] chunk = new float[4 * PhiloxWords.BLOCKS];
    final TruncatedGroups groups = new TruncatedGroups();
}
