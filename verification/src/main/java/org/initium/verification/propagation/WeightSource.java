// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.propagation;

import java.util.function.Function;
import org.initium.Shape;
import org.initium.init.Initializer;
import org.initium.random.Key;
import org.initium.random.Sampler;

/** The kernels of many nets: what is on trial. */
@FunctionalInterface
public interface WeightSource {
    /**
     * The elements of one kernel in row-major order.
     *
     * @param net number of the net, from 0
     * @param layer number of the layer, from 0
     * @param shape (in, out)
     */
    float[] draw(int net, int layer, Shape shape);

    /**
     * What an initializer draws, each kernel with a sampler of its own.
     *
     * @param samplers the sampler of a key, such as {@code Samplers::of}
     * @param key the kernel of a layer is drawn with {@code key.child(net).child(layer)}
     */
    static WeightSource of(Initializer initializer, Function<Key, Sampler> samplers, Key key) {
        return (net, layer, shape) ->
                initializer.create(shape, samplers.apply(key.child(net).child(layer)));
    }
}
