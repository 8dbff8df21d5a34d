// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

/**
 * What makes a tensor other than a heap of independent numbers.
 *
 * @param kind which initializer
 * @param name the initializer with its parameters, as this tensor has them
 * @param detail what was found, in a sentence without a stop
 */
public record Structure(Kind kind, String name, String detail) {
    /** The initializers whose elements are not independent draws. */
    public enum Kind {
        /** The same value everywhere. */
        CONSTANT,
        /** A multiple of the identity matrix. */
        IDENTITY,
        /** A convolution that hands its inputs on. */
        DIRAC,
        /** A convolution by an orthogonal matrix at one position. */
        DELTA_ORTHOGONAL,
        /** The kernel of a short-time Fourier transform. */
        STFT,
        /** Orthogonal columns or rows, all dimensions but the last as rows: Keras's layout. */
        ORTHOGONAL,
        /** Orthogonal columns or rows, all dimensions but the first as columns: PyTorch's layout. */
        ORTHOGONAL_OUT_IN,
        /** Equally many zeros in each column. */
        SPARSE
    }
}
