// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.shared;

import java.util.Collection;
import java.util.Optional;

/** Finds what a mistyped name was meant to be. */
final class Suggestion {
    private Suggestion() {}

    /** The candidate with the fewest edits, if that is at most one for every three letters. */
    static Optional<String> closest(String name, Collection<String> candidates) {
        String best = null;
        int fewest = Math.max(1, name.length() / 3) + 1;
        for (String candidate : candidates) {
            int edits = edits(name, candidate);
            if (edits < fewest) {
                fewest = edits;
                best = candidate;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Levenshtein's distance: insertions, deletions and replacements that make {@code b} from {@code a}. */
    static int edits(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
