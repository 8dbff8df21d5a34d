// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.initium.Shape;
import org.initium.Tensor;
import org.initium.init.Initializers;
import org.initium.io.Npy;
import org.initium.keras.Backend;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.torch.TorchGenerator;
import org.initium.torch.TorchInit;
import org.initium.verification.identify.Identification.Answer;
import org.initium.verification.identify.seeds.SeedMatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifierTest {
    private static final Path KERAS = Path.of("src/test/resources/org/initium/verification/identify");
    private static final Shape SHAPE = Shape.of(784, 128);

    /**
     * Tensors of 100,352 floats that Keras 3.15.1 made: the CRC-32 of their little-endian bytes, as it was recorded there, vouches
     * for it that these are the same bytes.
     */
    @ParameterizedTest
    @CsvSource({
        "jax, he_normal, 42, 978aef98",
        "jax, glorot_uniform, 1337, 1edb54da",
        "torch, he_normal, 42, 1a0a6188",
        "torch, glorot_uniform, 1337, 9a295411",
        "tensorflow, he_normal, 42, c14aa6f3",
        "tensorflow, glorot_uniform, 1337, c10042b3",
        "numpy, he_normal, 42, 6d5c6b3e",
        "numpy, glorot_uniform, 1337, 11f04705",
        "numpy, random_normal, 42, 0017d19a",
    })
    void findsInitializerBackendAndSeedOfKerassWeights(String backend, String name, long seed, String crc32) {
        float[] x = Initializers.of(name).create(SHAPE, Backend.of(backend).sampler(seed));
        assertThat(crc32(x)).isEqualTo(crc32);
        Identification found = Identifier.identify(new Tensor(SHAPE, x), 2000, (done, total) -> {});
        assertThat(found.answer()).isEqualTo(Answer.LAW);
        assertThat(found.candidates().get(0).names()).contains(name);
        // The normal of 0.05 has a neighbour, sqrt(2 / 784) = 0.0505, that keeps some percent.
        assertThat(found.candidates().get(0).posterior()).isGreaterThan(0.9);
        assertThat(found.seeds().matches()).hasSize(1);
        SeedMatch match = found.seeds().matches().get(0);
        assertThat(match.sampler()).isEqualTo(backend);
        assertThat(match.seed()).isEqualTo(seed);
        assertThat(match.initializers()).contains(name);
    }

    /** Files that Keras 3.15.1 wrote by {@code numpy.save}: the backends' own factorisations. */
    @ParameterizedTest
    @CsvSource({"jax", "torch", "tensorflow", "numpy"})
    void findsBackendAndSeedOfKerassOrthogonalMatrices(String backend) throws IOException {
        for (String file : new String[] {"3x5_42", "3x3x3x7_1337"}) {
            Tensor tensor = Npy.read(KERAS.resolve(backend + "_orthogonal_" + file + ".npy"));
            Identification found = Identifier.identify(tensor, 2000, (done, total) -> {});
            assertThat(found.answer()).isEqualTo(Answer.STRUCTURE);
            assertThat(found.structure().orElseThrow().name()).isEqualTo("orthogonal");
            assertThat(found.seeds().matches()).hasSize(1);
            SeedMatch match = found.seeds().matches().get(0);
            assertThat(match.sampler()).isEqualTo(backend);
            assertThat(match.seed()).isEqualTo(file.equals("3x5_42") ? 42 : 1337);
            assertThat(match.differing()).isZero();
        }
    }

    @Test
    void whatIsNotFiniteIsNotIdentified() {
        float[] x = Initializers.heNormal().create(SHAPE, Samplers.of(Key.of(1)));
        x[7] = Float.NaN;
        Identification found = Identifier.identify(new Tensor(SHAPE, x));
        assertThat(found.answer()).isEqualTo(Answer.NOT_FINITE);
        assertThat(found.candidates()).isEmpty();
        assertThat(found.moments()).isEmpty();
        assertThat(found.seeds().skipped()).isEqualTo("not all elements are finite");
        assertThat(found.oddities()).extracting(o -> o.name()).containsExactly("not_finite");
    }

    /** Weights of a thousand steps of training, say: each column grew by its own factor. */
    @Test
    void trainedWeightsAreOfNoLaw() {
        float[] x = Initializers.heNormal().create(SHAPE, Samplers.of(Key.of(1)));
        for (int i = 0; i < x.length; i++) {
            x[i] *= i % 128 / 40f;
        }
        Identification found = Identifier.identify(new Tensor(SHAPE, x), 10, (done, total) -> {});
        assertThat(found.answer()).isEqualTo(Answer.UNKNOWN);
        assertThat(found.seeds().skipped()).isEqualTo("no law that is known here fits");
    }

    /** As {@code torch.nn.Embedding(1000, 16, padding_idx=0)} is made: the law, the seed and what is odd. */
    @Test
    void anEmbeddingsPaddingIsSeenAndSeenThrough() {
        Shape shape = Shape.of(1000, 16);
        float[] x = TorchInit.normal(shape, 0, 1, TorchGenerator.of(3));
        Arrays.fill(x, 0, 16, 0);
        Identification found = Identifier.identify(new Tensor(shape, x), 10, (done, total) -> {});
        assertThat(found.answer()).isEqualTo(Answer.LAW);
        assertThat(found.candidates().get(0).names()).contains("standard normal, as torch.nn.Embedding's");
        assertThat(found.seeds().matches()).hasSize(1);
        assertThat(found.seeds().matches().get(0).seed()).isEqualTo(3);
        assertThat(found.seeds().matches().get(0).differing()).isEqualTo(16);
        assertThat(found.oddities()).extracting(o -> o.name()).containsExactly("zeros", "zero_rows");
    }

    @Test
    void tooFewElementsAreNoLaw() {
        for (int n = 2; n <= 8; n++) {
            float[] x = Initializers.heNormal().create(Shape.of(n), Samplers.of(Key.of(n)));
            assertThat(Identifier.identify(new Tensor(Shape.of(n), x)).answer())
                    .as("%d", n)
                    .isEqualTo(Answer.TOO_FEW);
        }
    }

    @Test
    void constantsAreAStructure() {
        Identification found = Identifier.identify(new Tensor(SHAPE, new float[784 * 128]));
        assertThat(found.answer()).isEqualTo(Answer.STRUCTURE);
        assertThat(found.structure().orElseThrow().name()).isEqualTo("zeros");
        assertThat(found.oddities()).extracting(o -> o.name()).containsExactly("unbroken_symmetry");
    }

    @Test
    void refusesWhatMakesNoSense() {
        assertThatThrownBy(() -> Identifier.identify(new Tensor(Shape.of(0), new float[0])))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("weights of shape (0,) have no elements");
        Tensor tensor = new Tensor(Shape.of(2), new float[2]);
        for (long largest : new long[] {-2, 1L << 32}) {
            assertThatThrownBy(() -> Identifier.identify(tensor, largest, (done, total) -> {}))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("largest seed is " + largest);
        }
    }

    private static String crc32(float[] x) {
        ByteBuffer bytes = ByteBuffer.allocate(x.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(x);
        CRC32 crc = new CRC32();
        crc.update(bytes.array());
        return String.format("%08x", crc.getValue());
    }
}
