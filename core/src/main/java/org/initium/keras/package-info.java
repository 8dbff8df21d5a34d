// SPDX-License-Identifier: Apache-2.0
/**
 * Keras's own bits: the floats that Keras 3.15.1 draws on JAX, PyTorch, TensorFlow and NumPy, behind
 * {@link org.initium.random.Sampler}.
 *
 * <p>The reference is Keras on x86-64 Linux with AVX2 and FMA, run eagerly on the CPU, with the versions that
 * {@link org.initium.keras.Backend} names. What each library computes lies in its own package; here is only what Keras adds:
 * how it makes a backend's key from a seed, and how it shifts and scales what the backend draws.
 *
 * <p>Refused here, although some of the backends compute with them: bounds in the wrong order, negative standard deviations.
 */
package org.initium.keras;
