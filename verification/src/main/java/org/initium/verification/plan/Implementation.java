// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.keras.Backend;
import org.initium.nn.Layer;
import org.initium.nn.Loss;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.initium.verification.gradients.LossGradientCheck;
import org.initium.verification.training.EpochOrder;
import org.initium.verification.training.Regression;
import org.initium.verification.training.StepRule;
import org.initium.verification.words.WordSource;

/**
 * What the suite is run against: the parts of Initium, or the same with one of them exchanged.
 *
 * <p>A group of checks keeps of an implementation what it puts on trial, and nothing else: an initializer is given Initium's
 * own sampler, whatever sampler the implementation has, for that one has its own groups. So a group equals its counterpart of
 * another implementation unless they differ in what the group checks; and who wants to know whether an exchanged part is found
 * out need only run the groups that are not equal.
 *
 * @param initializers from an initializer of Initium to the one on trial in its place
 * @param samplers the samplers on trial by name, each a function of the key of a stream
 * @param words the words of a key's stream
 * @param layers from the Keras name of a layer or of an activation, and Initium's layer, to the one on trial in its place
 * @param losses the gradient of each loss
 * @param steps the optimizer
 * @param order the order of the samples in an epoch
 * @param regression descent on a linear model
 */
public record Implementation(
        UnaryOperator<Initializer> initializers,
        Map<String, Function<Key, Sampler>> samplers,
        Function<Key, WordSource> words,
        BiFunction<String, Layer, Layer> layers,
        Function<Loss, LossGradientCheck.Gradient> losses,
        StepRule steps,
        EpochOrder order,
        Regression regression) {
    /** The name of Initium's own sampler among {@link #samplers}; the others have those of the backends of Keras. */
    public static final String NATIVE = "native";

    /** Initium as it is. */
    public static final Implementation INITIUM = new Implementation(
            initializer -> initializer,
            samplersOfInitium(),
            WordSource::of,
            (name, layer) -> layer,
            loss -> loss::evaluate,
            StepRule.engine(),
            EpochOrder.engine(),
            Regression.engine());

    /** Copies the samplers, in their order. */
    public Implementation {
        samplers = Collections.unmodifiableMap(new LinkedHashMap<>(samplers));
    }

    /**
     * The initializer on trial under this name.
     *
     * @throws IllegalArgumentException if Initium has none of the name
     */
    public Initializer initializer(String name) {
        return initializers.apply(Initializers.of(name));
    }

    /** The same with other initializers. */
    public Implementation withInitializers(UnaryOperator<Initializer> others) {
        return new Implementation(others, samplers, words, layers, losses, steps, order, regression);
    }

    /**
     * The same with another sampler under this name.
     *
     * @throws IllegalArgumentException if there is no sampler of the name
     */
    public Implementation withSampler(String name, Function<Key, Sampler> other) {
        if (!samplers.containsKey(name)) {
            throw new IllegalArgumentException(
                    "sampler '" + name + "' is unknown, expected one of " + String.join(", ", samplers.keySet()));
        }
        Map<String, Function<Key, Sampler>> others = new LinkedHashMap<>(samplers);
        others.put(name, other);
        return new Implementation(initializers, others, words, layers, losses, steps, order, regression);
    }

    /** The same with other words. */
    public Implementation withWords(Function<Key, WordSource> others) {
        return new Implementation(initializers, samplers, others, layers, losses, steps, order, regression);
    }

    /** The same with other layers. */
    public Implementation withLayers(BiFunction<String, Layer, Layer> others) {
        return new Implementation(initializers, samplers, words, others, losses, steps, order, regression);
    }

    /** The same with other gradients of losses. */
    public Implementation withLosses(Function<Loss, LossGradientCheck.Gradient> others) {
        return new Implementation(initializers, samplers, words, layers, others, steps, order, regression);
    }

    /** The same with another optimizer. */
    public Implementation withSteps(StepRule other) {
        return new Implementation(initializers, samplers, words, layers, losses, other, order, regression);
    }

    /** The same with another order of the samples. */
    public Implementation withOrder(EpochOrder other) {
        return new Implementation(initializers, samplers, words, layers, losses, steps, other, regression);
    }

    /** The same with another descent. */
    public Implementation withRegression(Regression other) {
        return new Implementation(initializers, samplers, words, layers, losses, steps, order, other);
    }

    private static Map<String, Function<Key, Sampler>> samplersOfInitium() {
        Map<String, Function<Key, Sampler>> samplers = new LinkedHashMap<>();
        samplers.put(NATIVE, Samplers::of);
        for (Backend backend : Backend.values()) {
            // 31 bits of the key, which every backend takes for a seed.
            samplers.put(backend.toString(), key -> backend.sampler(key.key() & Integer.MAX_VALUE));
        }
        return samplers;
    }
}
