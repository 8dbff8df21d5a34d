// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.words;

import java.util.Arrays;
import java.util.List;
import org.initium.random.Key;
import org.initium.random.NativeWords;

/** A sequence of 32-bit words that can be read anywhere. */
@FunctionalInterface
public interface WordSource {
    /** Fills the array with words {@code first .. first + words.length - 1}. */
    void fill(long first, int[] words);

    /** The same without its first {@code skipped} words. */
    default WordSource from(long skipped) {
        return (first, words) -> fill(first + skipped, words);
    }

    /** Zeros. */
    static WordSource zeros() {
        return (first, words) -> Arrays.fill(words, 0);
    }

    /** The native stream of a key. */
    static WordSource of(Key key) {
        return (first, words) -> NativeWords.fill(key, first, words.length, words, 0);
    }

    /**
     * A word from each source in turn: word i is word {@code i / K} of source {@code i % K}. It can be read in multiples of K
     * only.
     */
    static WordSource interleaved(List<WordSource> sources) {
        int k = sources.size();
        return (first, words) -> {
            if (first % k != 0 || words.length % k != 0) {
                throw new IllegalArgumentException(
                        words.length + " words from word " + first + ", expected multiples of " + k);
            }
            int[] part = new int[words.length / k];
            for (int s = 0; s < k; s++) {
                sources.get(s).fill(first / k, part);
                for (int i = 0; i < part.length; i++) {
                    words[i * k + s] = part[i];
                }
            }
        };
    }
}
