// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.initium.verification.identify.seeds.SeedSearchTest.only;
import static org.initium.verification.identify.seeds.SeedSearchTest.sample;
import static org.initium.verification.identify.seeds.SeedSearchTest.sampler;
import static org.initium.verification.identify.seeds.SeedSearchTest.search;

import java.util.ArrayList;
import java.util.List;
import org.initium.Shape;
import org.initium.init.RandomNormal;
import org.initium.jax.JaxInit;
import org.initium.jax.JaxKey;
import org.initium.random.Sampler;
import org.initium.verification.identify.fit.Posterior;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplaysTest {
    /** Vectors and scalars, whose fans some libraries' initializers refuse to count. */
    @ParameterizedTest
    @ValueSource(strings = {"", "3000", "40,30"})
    void replaysShapesOfAllRanks(String dimensions) {
        Shape shape = dimensions.isEmpty() ? Shape.of() : Shape.parse(dimensions);
        List<Source> sources = new ArrayList<>(Source.DIRECT);
        sources.addAll(Source.GLOBAL);
        for (Source source : sources) {
            Sampler sampler = source.sampling().apply(7);
            float[] x = new RandomNormal(0, 0.05).create(shape, sampler);
            assertThat(Replays.exact(
                            sample(shape, x), source, 7, Family.NORMAL, new Affine(0.05, 0), Posterior.labels()))
                    .as("%s", source)
                    .contains("random_normal");
            if (shape.size() > 1) {
                SeedMatch match = only(search(shape, x, 20));
                assertThat(match.seed()).isEqualTo(7);
                assertThat(match.sampler()).isEqualTo(source.sampler());
                assertThat(match.seeding()).isEqualTo(source.seeding());
            }
        }
        SeedMatch jax = only(search(Shape.of(3000), JaxInit.normal(0.01).create(JaxKey.of(7), Shape.of(3000)), 20));
        assertThat(jax.initializers()).contains("jax.nn.initializers.normal()");
    }
}
