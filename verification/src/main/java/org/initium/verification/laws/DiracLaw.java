// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.laws;

import org.initium.Shape;

/**
 * A convolution kernel (spatial ..., in, out) that is 1 where the position is {@code floor(k / 2)} on each axis and the output
 * counts, within its group, as the input does; 0 elsewhere. (PyTorch's documentation of {@code torch.nn.init.dirac_}.)
 *
 * @param shape the kernel's dimensions
 * @param groups groups into which the outputs fall
 */
public record DiracLaw(Shape shape, int groups) implements ExpectedLaw.Exact {
    @Override
    public float at(int element) {
        int rest = element;
        int output = rest % shape.dim(-1);
        rest /= shape.dim(-1);
        int input = rest % shape.dim(-2);
        rest /= shape.dim(-2);
        boolean one = output % (shape.dim(-1) / groups) == input;
        for (int axis = shape.rank() - 3; axis >= 0; axis--) {
            one &= rest % shape.dim(axis) == shape.dim(axis) / 2;
            rest /= shape.dim(axis);
        }
        return one ? 1 : 0;
    }

    /** Share of ones. */
    public double share() {
        double ones = 0;
        for (int i = 0; i < shape.intSize(); i++) {
            ones += at(i);
        }
        return ones / shape.size();
    }
}
