// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.initium.Slice;
import org.initium.init.Initializers;
import org.initium.keras.Backend;
import org.initium.random.Key;
import org.initium.random.Sampler;
import org.initium.random.Samplers;
import org.initium.verification.training.EpochOrder;
import org.initium.verification.training.Regression;
import org.initium.verification.training.StepRule;
import org.initium.verification.words.WordSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class ImplementationTest {
    private static final Key KEY = Key.of(99).child(3);

    private static float[] uniforms(Sampler sampler) {
        float[] x = new float[100];
        sampler.uniform(0, 1, Slice.all(x.length), x, 0);
        return x;
    }

    @Test
    void initiumHasItsOwnParts() {
        assertThat(Initializers.names())
                .allSatisfy(name ->
                        assertThat(Implementation.INITIUM.initializer(name)).isEqualTo(Initializers.of(name)));
        assertThat(Implementation.INITIUM.samplers().keySet())
                .containsExactly("native", "jax", "torch", "tensorflow", "numpy");
        assertThat(uniforms(Implementation.INITIUM
                        .samplers()
                        .get(Implementation.NATIVE)
                        .apply(KEY)))
                .isEqualTo(uniforms(Samplers.of(KEY)));
    }

    /** Each under its name, by a seed that is a part of the key: keys of other streams give other elements. */
    @ParameterizedTest
    @EnumSource
    void initiumHasTheSamplersOfKeras(Backend backend) {
        Function<Key, Sampler> sampler = Implementation.INITIUM.samplers().get(backend.toString());
        assertThat(uniforms(sampler.apply(KEY))).isEqualTo(uniforms(backend.sampler(KEY.key() & Integer.MAX_VALUE)));
        assertThat(uniforms(sampler.apply(KEY))).isNotEqualTo(uniforms(sampler.apply(KEY.child(1))));
    }

    /** A part's name and Initium with another one in its place. */
    private record Exchange(String part, Implementation implementation) {
        @Override
        public String toString() {
            return part;
        }
    }

    static List<Exchange> exchanges() {
        Implementation initium = Implementation.INITIUM;
        StepRule steps = (config, parameters) -> () -> {};
        EpochOrder order = (samples, batchSize, key, epoch) -> List.of();
        Regression regression = (samples, features, x, targets, rate, updates) -> new float[0][];
        return List.of(
                new Exchange("initializers", initium.withInitializers(initializer -> Initializers.zeros())),
                new Exchange("samplers", initium.withSampler("jax", Samplers::of)),
                new Exchange("words", initium.withWords(key -> WordSource.zeros())),
                new Exchange("layers", initium.withLayers((name, layer) -> null)),
                new Exchange("losses", initium.withLosses(loss -> null)),
                new Exchange("steps", initium.withSteps(steps)),
                new Exchange("order", initium.withOrder(order)),
                new Exchange("regression", initium.withRegression(regression)));
    }

    @ParameterizedTest
    @MethodSource("exchanges")
    void oneExchangeLeavesTheOthersAsTheyAre(Exchange exchange) throws ReflectiveOperationException {
        List<String> changed = new ArrayList<>();
        for (RecordComponent component : Implementation.class.getRecordComponents()) {
            Object before = component.getAccessor().invoke(Implementation.INITIUM);
            Object after = component.getAccessor().invoke(exchange.implementation);
            if (!before.equals(after)) {
                changed.add(component.getName());
            }
        }
        assertThat(changed).containsExactly(exchange.part);
    }

    @Test
    void everyPartCanBeExchanged() {
        assertThat(exchanges())
                .extracting(Exchange::part)
                .containsExactlyInAnyOrderElementsOf(List.of(Implementation.class.getRecordComponents()).stream()
                        .map(RecordComponent::getName)
                        .toList());
    }

    @Test
    void anExchangedSamplerKeepsItsPlace() {
        Implementation wrong = Implementation.INITIUM.withSampler("torch", Samplers::of);
        assertThat(wrong.samplers().keySet())
                .containsExactlyElementsOf(Implementation.INITIUM.samplers().keySet());
        assertThat(uniforms(wrong.samplers().get("torch").apply(KEY))).isEqualTo(uniforms(Samplers.of(KEY)));
        assertThat(wrong.samplers().get("jax"))
                .isSameAs(Implementation.INITIUM.samplers().get("jax"));
    }

    @Test
    void anExchangedInitializerAnswersToTheName() {
        Implementation wrong = Implementation.INITIUM.withInitializers(
                initializer -> initializer.equals(Initializers.heNormal()) ? Initializers.zeros() : initializer);
        assertThat(wrong.initializer("he_normal")).isEqualTo(Initializers.zeros());
        assertThat(wrong.initializer("he_uniform")).isEqualTo(Initializers.heUniform());
    }

    @Test
    void samplersAreCopiedAndCannotBeChanged() {
        Map<String, Function<Key, Sampler>> samplers = new LinkedHashMap<>(Implementation.INITIUM.samplers());
        Implementation copy = new Implementation(
                Implementation.INITIUM.initializers(),
                samplers,
                Implementation.INITIUM.words(),
                Implementation.INITIUM.layers(),
                Implementation.INITIUM.losses(),
                Implementation.INITIUM.steps(),
                Implementation.INITIUM.order(),
                Implementation.INITIUM.regression());
        samplers.clear();
        assertThat(copy.samplers()).hasSize(5);
        assertThatThrownBy(() -> copy.samplers().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void unknownNamesAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Implementation.INITIUM.withSampler("theano", Samplers::of))
                .withMessage("sampler 'theano' is unknown, expected one of native, jax, torch, tensorflow, numpy");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Implementation.INITIUM.initializer("he_nromal"))
                .withMessageContaining("he_nromal");
    }
}
