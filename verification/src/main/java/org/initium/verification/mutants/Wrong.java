// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.init.Law;
import org.initium.random.Sampler;
import org.initium.verification.plan.Implementation;

/** How an initializer goes wrong: it is another one, it draws from another law, or something happens to its elements. */
public final class Wrong {
    private Wrong() {}

    /** What happens to a tensor that is right. */
    @FunctionalInterface
    public interface Damage {
        /** Changes elements of a tensor of this shape. */
        void to(Shape shape, float[] tensor);
    }

    /** Initium with another initializer wherever it has this one. */
    public static Implementation initializer(Initializer right, Initializer wrong) {
        return Implementation.INITIUM.withInitializers(initializer -> initializer.equals(right) ? wrong : initializer);
    }

    /** Initium with another initializer under this name. */
    public static Implementation initializer(String name, Initializer wrong) {
        return initializer(Initializers.of(name), wrong);
    }

    /** Initium with an initializer of this name that draws from a law of its own. */
    public static Implementation law(String name, Function<Shape, Law.Independent> law) {
        return initializer(name, new Drawn(law));
    }

    /** Initium with an initializer of this name whose tensors are damaged. */
    public static Implementation damaged(String name, Damage damage) {
        return initializer(name, new Damaged(Initializers.of(name), damage));
    }

    /** A damage to every element. */
    public static Damage each(DoubleUnaryOperator change) {
        return (shape, tensor) -> {
            for (int i = 0; i < tensor.length; i++) {
                tensor[i] = (float) change.applyAsDouble(tensor[i]);
            }
        };
    }

    /** The normal about 0, cut at two of its standard deviations, whose variance is this after the cut. */
    static Law.Independent truncated(double variance) {
        return new Law.TruncatedNormal(0, Math.sqrt(variance) / Law.TruncatedNormal.STANDARD_STDDEV);
    }

    /** The uniform on {@code [-limit, limit)}. */
    static Law.Independent uniform(double limit) {
        return new Law.Uniform(-limit, limit);
    }

    /**
     * Independent draws.
     *
     * @param laws the law for each shape
     */
    record Drawn(Function<Shape, Law.Independent> laws) implements Initializer {
        @Override
        public Law law(Shape shape) {
            return laws.apply(shape);
        }

        @Override
        public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
            laws.apply(shape).draw(sampler, slice, out, offset);
        }
    }

    /**
     * Right tensors, damaged, under the law that was meant.
     *
     * @param right what is damaged
     * @param damage what happens to a whole tensor
     */
    record Damaged(Initializer right, Damage damage) implements Initializer {
        @Override
        public Law law(Shape shape) {
            return right.law(shape);
        }

        @Override
        public void fill(Shape shape, Sampler sampler, Slice slice, float[] out, int offset) {
            float[] tensor = right.create(shape, sampler);
            damage.to(shape, tensor);
            System.arraycopy(tensor, (int) slice.first(), out, offset, slice.count());
        }
    }
}
