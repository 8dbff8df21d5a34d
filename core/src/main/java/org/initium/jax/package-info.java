// SPDX-License-Identifier: Apache-2.0
/** {@code jax.random} and {@code jax.nn.initializers} for float32, bit for bit: jax and jaxlib 0.10.2, eager, on the CPU. */
package org.initium.jax;
