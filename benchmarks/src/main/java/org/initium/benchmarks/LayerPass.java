// SPDX-License-Identifier: Apache-2.0
package org.initium.benchmarks;

import org.initium.SnakeCase;

/** The products of a dense layer of 784 inputs (an MNIST image) and 128 outputs, kernel W (784, 128), batch X (batch, 784). */
enum LayerPass {
    /** {@code Y = X W}. */
    FORWARD,
    /** The kernel's gradient {@code X' dY}. */
    WEIGHTS,
    /** The inputs' gradient {@code dY W'}. */
    INPUTS;

    /** Numbers that a sample brings. */
    static final int IN = 784;
    /** Numbers that the layer makes of them. */
    static final int OUT = 128;

    /** The pass of this name. */
    static LayerPass of(String name) {
        return SnakeCase.parse("pass", name, values());
    }

    /** Makes the matrices of this pass. */
    void allocate(Product product, int batch) {
        switch (this) {
            case FORWARD -> product.allocate(false, false, batch, OUT, IN);
            case WEIGHTS -> product.allocate(true, false, IN, OUT, batch);
            case INPUTS -> product.allocate(false, true, batch, IN, OUT);
        }
    }
}
