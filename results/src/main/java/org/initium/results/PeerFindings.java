// SPDX-License-Identifier: Apache-2.0
package org.initium.results;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * What the initializers of another library were found to do: a file {@code findings/<group>.<artifact>.json}, written by the modules in
 * {@code peers}.
 *
 * @param library its name
 * @param artifact {@code group:artifact} in Maven Central
 * @param version the released version that ran
 * @param runtime JDK and platform that it ran on
 * @param elements elements drawn for each law
 * @param alpha rate of false alarms of each check of these
 * @param findings one for each claim about an initializer on a shape
 */
public record PeerFindings(
        String library,
        String artifact,
        String version,
        String runtime,
        int elements,
        double alpha,
        List<Finding> findings) {
    /** Copies the list. */
    public PeerFindings {
        findings = List.copyOf(findings);
    }

    /**
     * A claim about an initializer on a shape, and what was found.
     *
     * @param initializer as a user writes it
     * @param shape the tensor's shape in the library's own layout
     * @param documented whether the library says so; or else a paper or Keras, of what has this name
     * @param source who says so: a class of its documentation, a paper
     * @param link where to read it
     * @param says what is claimed, in short
     * @param figures mean and extremes; NaN where nothing could be drawn
     * @param failures the checks that fail, in the order in which they see it; empty if all pass
     * @param does what the weights do instead, in words; empty if that is not known
     * @param confirmed whether they pass every check of a law of these words
     */
    public record Finding(
            String initializer,
            String shape,
            boolean documented,
            String source,
            String link,
            String says,
            Figures figures,
            List<Failure> failures,
            String does,
            boolean confirmed) {
        /** Copies the list. */
        public Finding {
            failures = List.copyOf(failures);
        }
    }

    /**
     * Figures of a sample.
     *
     * @param elements how many elements these are of
     * @param ratio standard deviation over the claimed one
     * @param mean in claimed standard deviations
     * @param least least element, in claimed standard deviations
     * @param greatest greatest element, in claimed standard deviations
     * @param zeros share of the elements that are exactly 0
     */
    public record Figures(long elements, double ratio, double mean, double least, double greatest, double zeros) {
        /** Where nothing could be drawn. */
        public static final Figures NONE = new Figures(0, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);
    }

    /**
     * A check that fails.
     *
     * @param check its name
     * @param elements the least number of elements, in a series of doubling ones, with which it fails; of an exact check or one of
     *     orthogonal matrices all elements that it was given
     * @param detail what it found
     */
    public record Failure(String check, long elements, String detail) {}

    /**
     * Reads a file.
     *
     * @throws IOException if it cannot be read or is malformed
     */
    public static PeerFindings read(Path file) throws IOException {
        return Json.read(file, PeerFindings.class);
    }

    /**
     * Writes a file as a whole.
     *
     * @throws IOException if it cannot be written
     */
    public void write(Path file) throws IOException {
        Json.write(file, this);
    }
}
