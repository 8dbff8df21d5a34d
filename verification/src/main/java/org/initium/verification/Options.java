// SPDX-License-Identifier: Apache-2.0
package org.initium.verification;

import java.util.Objects;
import java.util.regex.Pattern;

/**
 * What to run.
 *
 * @param only the checks whose {@code "check subject shape"}, such as {@code "variance he_normal (784, 128)"}, contains a
 *     match, or the pattern itself as it stands; neither samples nor thresholds of a check depend on which others run
 * @param seed seed of every random sample; any is good
 * @param full whether to draw ten times the sample, and 2^34 words for each check of words
 */
public record Options(Pattern only, long seed, boolean full) {
    /** The seed of a run that names none. */
    public static final long DEFAULT_SEED = 42;

    /** Every check, the default seed, the default sample. */
    public static final Options DEFAULT = new Options(Pattern.compile(""), DEFAULT_SEED, false);

    /** Checks that there is a pattern. */
    public Options {
        Objects.requireNonNull(only, "only");
    }

    /** Whether this text contains a match, or the pattern as it stands: labels have brackets, and are copied as they are. */
    public boolean selects(String label) {
        return label.contains(only.pattern()) || only.matcher(label).find();
    }
}
