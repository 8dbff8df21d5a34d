// SPDX-License-Identifier: Apache-2.0
package org.initium.peers;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.initium.Shape;
import org.initium.verification.laws.ExpectedLaw;
import org.initium.verification.laws.Recipes;

/** Laws by fans, for claims. */
public final class Laws {
    /** "Glorot and Bengio (2010)". */
    public static final String GLOROT = "https://proceedings.mlr.press/v9/glorot10a.html";

    /** "He et al. (2015)". */
    public static final String HE = "https://arxiv.org/abs/1502.01852";

    /** What Keras says of its initializers. */
    public static final String KERAS = "https://keras.io/api/layers/initializers/";

    private Laws() {}

    /** Uniform on {@code [-limit, limit]}. */
    public static Function<Shape, ExpectedLaw> uniform(Function<Shape, Fans> fans, ToDoubleFunction<Fans> limit) {
        return shape -> Recipes.symmetricUniform(limit.applyAsDouble(fans.apply(shape)));
    }

    /** Normal about 0 with this variance. */
    public static Function<Shape, ExpectedLaw> normal(Function<Shape, Fans> fans, ToDoubleFunction<Fans> variance) {
        return shape -> new ExpectedLaw.Normal(0, Math.sqrt(variance.applyAsDouble(fans.apply(shape))));
    }

    /** Normal about 0, cut at two of its standard deviations, with this variance after the cut. */
    public static Function<Shape, ExpectedLaw> truncated(Function<Shape, Fans> fans, ToDoubleFunction<Fans> variance) {
        return shape -> Recipes.truncatedWithVariance(variance.applyAsDouble(fans.apply(shape)));
    }

    /** The same law on every shape. */
    public static Function<Shape, ExpectedLaw> always(ExpectedLaw law) {
        return shape -> law;
    }

    /** An orthogonal matrix of all dimensions but the last by the last, uniform on the orthogonal group. */
    public static Function<Shape, ExpectedLaw> haar() {
        return shape -> Recipes.haar(shape, 1);
    }
}
