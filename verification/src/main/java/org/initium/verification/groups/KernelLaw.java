// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.groups;

import java.util.function.Function;
import org.initium.Shape;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;

/** The law that the kernels of a net should follow, by their shape (in, out); equal if it is the same one. */
interface KernelLaw extends Function<Shape, ExpectedLaw.Random> {
    /** The law of a named initializer. */
    record Named(String name) implements KernelLaw {
        @Override
        public ExpectedLaw.Random apply(Shape shape) {
            return (ExpectedLaw.Random) Recipes.of(name, shape);
        }
    }

    /**
     * The law of LeCun et al. or, with a scale of 2, of He et al. as they wrote it: a normal that is not truncated, under which the law of
     * a layer's ratio is known.
     */
    record FanInNormal(double scale) implements KernelLaw {
        @Override
        public ExpectedLaw.Random apply(Shape shape) {
            return new ExpectedLaw.Normal(0, Math.sqrt(scale / shape.dim(0)));
        }
    }

    /** Glorot and Bengio's own variance under a normal law that is not truncated. */
    record GlorotNormal() implements KernelLaw {
        @Override
        public ExpectedLaw.Random apply(Shape shape) {
            return new ExpectedLaw.Normal(0, Math.sqrt(2.0 / (shape.dim(0) + shape.dim(1))));
        }
    }
}
