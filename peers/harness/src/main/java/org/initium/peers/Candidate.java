// SPDX-License-Identifier: Apache-2.0
package org.initium.peers;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.initium.Shape;
import org.initium.verification.laws.ExpectedLaw;

/**
 * An initializer of a library, what is said of it, and the shapes to try it on. Immutable: each method gives a new one.
 *
 * @param initializer as a user writes it, {@code "new Glorot<>(UNIFORM, seed)"}
 * @param source draws tensors
 * @param claims what is said of it
 * @param shapes tensors to draw, in the library's own layout
 * @param does the law that it seems to follow where it does not do what is said; empty if there is no need of one
 * @param actual the same as a law, by shape; null if there is none
 * @param besidesZeros whether elements that are exactly 0 are left out of this law
 * @param isolated whether to draw in a JVM of its own first, for a library that may not come to an end
 */
public record Candidate(
        String initializer,
        Source source,
        List<Claim> claims,
        List<Shape> shapes,
        String does,
        Function<Shape, ExpectedLaw> actual,
        boolean besidesZeros,
        boolean isolated) {
    /** Copies the lists. */
    public Candidate {
        claims = List.copyOf(claims);
        shapes = List.copyOf(shapes);
    }

    /** Draws a tensor by the library. */
    @FunctionalInterface
    public interface Source {
        /**
         * A new tensor.
         *
         * @param shape the shape to ask for
         * @param seed of a tensor's own, never 0
         * @throws Exception what the library throws
         */
        Drawn draw(Shape shape, long seed) throws Exception;
    }

    /**
     * A tensor that the library gave.
     *
     * @param shape its shape
     * @param values its elements in row-major order
     */
    public record Drawn(Shape shape, float[] values) {
        /** A tensor of the shape that was asked for, from doubles. */
        public static Drawn of(Shape shape, double[] values) {
            float[] floats = new float[values.length];
            for (int i = 0; i < floats.length; i++) {
                floats[i] = (float) values[i];
            }
            return new Drawn(shape, floats);
        }

        /** A tensor whose shape the library gives as numbers. */
        public static Drawn of(long[] shape, float[] values) {
            int[] dims = new int[shape.length];
            for (int i = 0; i < dims.length; i++) {
                dims[i] = Math.toIntExact(shape[i]);
            }
            return new Drawn(Shape.of(dims), values);
        }
    }

    /** An initializer of which nothing is said yet. */
    public static Candidate of(String initializer, Source source) {
        return new Candidate(initializer, source, List.of(), List.of(), "", null, false, false);
    }

    /** With a claim of the library's documentation. */
    public Candidate documented(String source, String link, String says, Function<Shape, ExpectedLaw> law) {
        return with(new Claim(true, source, link, says, law));
    }

    /** With a claim of others: what this name means in a paper or in Keras. */
    public Candidate named(String source, String link, String says, Function<Shape, ExpectedLaw> law) {
        return with(new Claim(false, source, link, says, law));
    }

    /** On these shapes. */
    public Candidate on(Shape... others) {
        return new Candidate(initializer, source, claims, List.of(others), does, actual, besidesZeros, isolated);
    }

    /** Following this law, it seems. */
    public Candidate does(String words, Function<Shape, ExpectedLaw> law) {
        return new Candidate(initializer, source, claims, shapes, words, law, false, isolated);
    }

    /** Following this law, it seems, in all elements that are not exactly 0. */
    public Candidate doesBesidesZeros(String words, Function<Shape, ExpectedLaw> law) {
        return new Candidate(initializer, source, claims, shapes, words, law, true, isolated);
    }

    /** Drawn in a JVM of its own first. */
    public Candidate inItsOwnJvm() {
        return new Candidate(initializer, source, claims, shapes, does, actual, besidesZeros, true);
    }

    /** The dimensions of a shape, for libraries that count them in longs. */
    public static long[] dims(Shape shape) {
        return Arrays.stream(shape.toArray()).asLongStream().toArray();
    }

    private Candidate with(Claim claim) {
        List<Claim> more = new ArrayList<>(claims);
        more.add(claim);
        return new Candidate(initializer, source, more, shapes, does, actual, besidesZeros, isolated);
    }
}
