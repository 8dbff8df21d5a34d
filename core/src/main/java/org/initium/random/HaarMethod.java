// SPDX-License-Identifier: Apache-2.0
package org.initium.random;

/** How a random orthogonal matrix is made from a {@link Sampler}'s normals: the ways agree in law, not in their bits. */
public enum HaarMethod {
    /** As a product of reflectors of the normals, without a factorisation: the fastest. */
    REFLECTORS,

    /** By the QR factorisation of a normal matrix in single precision, as PyTorch, JAX and TensorFlow do. */
    FLOAT_QR,

    /** By the QR factorisation of a normal matrix in double precision, as NumPy does. */
    DOUBLE_QR
}
