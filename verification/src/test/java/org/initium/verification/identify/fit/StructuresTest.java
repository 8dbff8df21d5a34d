// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.identify.fit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.Tensor;
import org.initium.init.Constant;
import org.initium.init.Identity;
import org.initium.init.Initializer;
import org.initium.init.Initializers;
import org.initium.init.Orthogonal;
import org.initium.init.Sparse;
import org.initium.init.conv.DeltaOrthogonal;
import org.initium.init.conv.Dirac;
import org.initium.keras.Backend;
import org.initium.random.Key;
import org.initium.random.Samplers;
import org.initium.torch.TorchGenerator;
import org.initium.torch.TorchInit;
import org.initium.verification.identify.fit.Structure.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StructuresTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zeros | 4,3 | CONSTANT | zeros",
                "ones | 7 | CONSTANT | ones",
                "identity | 4,4 | IDENTITY | identity",
                "identity | 5,3 | IDENTITY | identity",
                "dirac | 3,3,4,6 | DIRAC | dirac",
                "dirac | 5,4,2 | DIRAC | dirac",
                "delta_orthogonal | 3,3,4,6 | DELTA_ORTHOGONAL | delta_orthogonal",
                "stft | 8,1,5 | STFT | stft(side=real)",
                "orthogonal | 60,20 | ORTHOGONAL | orthogonal",
                "orthogonal | 20,60 | ORTHOGONAL | orthogonal",
                "orthogonal | 3,3,16,40 | ORTHOGONAL | orthogonal",
                "orthogonal | 2,2 | ORTHOGONAL | orthogonal",
                "sparse | 50,20 | SPARSE | sparse(sparsity=0.1, stddev=0.0",
            })
    void findsWhatInitializersMake(String initializer, String shape, Kind kind, String name) {
        Structure structure = structure(Initializers.of(initializer), Shape.parse(shape));
        assertThat(structure.kind()).isEqualTo(kind);
        assertThat(structure.name()).startsWith(name);
    }

    @Test
    void findsParameters() {
        Shape shape = Shape.of(30, 20);
        assertThat(structure(new Constant(0.1), shape).name()).isEqualTo("constant(value=0.1)");
        assertThat(structure(new Identity(-2), shape).name()).isEqualTo("identity(gain=-2.0)");
        assertThat(structure(new Orthogonal(1.5), shape).name()).isEqualTo("orthogonal(gain=1.5)");
        assertThat(structure(new Sparse(0.3, 1), shape).name()).startsWith("sparse(sparsity=0.3, stddev=");
        assertThat(structure(new Dirac(2), Shape.of(3, 4, 8)).name()).isEqualTo("dirac(groups=2)");
        assertThat(structure(new DeltaOrthogonal(2), Shape.of(3, 4, 8)).name()).isEqualTo("delta_orthogonal(gain=2)");
    }

    @Test
    void findsPyTorchsLayout() {
        Shape shape = Shape.of(40, 5, 3, 3);
        assertThat(find(shape, TorchInit.orthogonal(shape, 1, TorchGenerator.of(1))))
                .hasValueSatisfying(found -> assertThat(found.kind()).isEqualTo(Kind.ORTHOGONAL_OUT_IN));
        assertThat(find(shape, TorchInit.dirac(shape, 1)))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("torch.nn.init.dirac_"));
        assertThat(find(shape, TorchInit.dirac(shape, 4)))
                .hasValueSatisfying(found -> assertThat(found.name()).isEqualTo("torch.nn.init.dirac_(groups=4)"));
    }

    /** The factorisations of all backends are orthogonal enough, those in single precision too. */
    @ParameterizedTest
    @CsvSource({"JAX", "TORCH", "TENSORFLOW", "NUMPY"})
    void findsOrthogonalMatricesOfAllBackends(Backend backend) {
        Shape shape = Shape.of(300, 200);
        float[] q = Orthogonal.DEFAULT.create(shape, backend.sampler(7));
        assertThat(find(shape, q)).isPresent();
    }

    /** One element off by a tenth of a typical one. */
    @Test
    void aMatrixThatIsNotQuiteOrthogonalIsNone() {
        Shape shape = Shape.of(60, 20);
        float[] q = Orthogonal.DEFAULT.create(shape, Samplers.of(Key.of(3)));
        q[777] += 0.013f;
        assertThat(find(shape, q)).isEmpty();
    }

    @Test
    void independentDrawsHaveNoStructure() {
        for (String shape : new String[] {"40,30", "2,2", "3,3,4,6", "8,1,5", "100", "1,9", "9,1"}) {
            Shape parsed = Shape.parse(shape);
            float[] x = Initializers.heNormal().create(parsed, Samplers.of(Key.of(5)));
            assertThat(find(parsed, x)).as(shape).isEmpty();
        }
    }

    /** Zeros that are not as many in each column: pruned weights, say. */
    @Test
    void unevenZerosAreNotSparse() {
        Shape shape = Shape.of(50, 20);
        float[] x = Sparse.DEFAULT.create(shape, Samplers.of(Key.of(5)));
        for (int i = 0; i < x.length; i++) {
            if (x[i] == 0) {
                x[i] = 0.01f;
                break;
            }
        }
        assertThat(find(shape, x)).isEmpty();
    }

    /** Rows of zeros leave as many in each column, too: an embedding's padding, and rows that were pruned. */
    @ParameterizedTest
    @CsvSource({"1000,16, 0, 1", "300,20, 297, 3", "300,64, 0, 1", "1000,4, 0, 2", "50,20, 5, 45"})
    void rowsOfZerosAreNotSparse(int rows, int columns, int first, int zeros) {
        Shape shape = Shape.of(rows, columns);
        float[] x = new float[shape.intSize()];
        Samplers.of(Key.of(5)).normal(0, 1, Slice.all(shape), x, 0);
        Arrays.fill(x, first * columns, (first + zeros) * columns, 0);
        assertThat(find(shape, x)).isEmpty();
    }

    /** Nor do sparse matrices of other shapes and shares have rows that are too full or too empty. */
    @ParameterizedTest
    @CsvSource({"1000,16, 0.001", "300,20, 0.01", "100,2, 0.5", "20,200, 0.9", "4,500, 0.25", "2000,30, 0.5"})
    void sparseMatricesOfAllSharesAreFound(int rows, int columns, double sparsity) {
        Shape shape = Shape.of(rows, columns);
        for (int seed = 0; seed < 20; seed++) {
            float[] x = new Sparse(sparsity, 0.01).create(shape, Samplers.of(Key.of(seed)));
            assertThat(find(shape, x))
                    .as("seed %d", seed)
                    .hasValueSatisfying(found -> assertThat(found.kind()).isEqualTo(Kind.SPARSE));
        }
    }

    @Test
    void nearMissesOfExactKernelsAreNone() {
        float[] identity = Identity.DEFAULT.create(Shape.of(6, 6), Samplers.of(Key.of(0)));
        identity[7] = 0.99f;
        assertThat(find(Shape.of(6, 6), identity)).isEmpty();
        Shape shape = Shape.of(8, 1, 5);
        float[] stft = Initializers.of("stft").create(shape, Samplers.of(Key.of(0)));
        stft[12] += 0.001f;
        assertThat(find(shape, stft)).isEmpty();
    }

    private static Structure structure(Initializer initializer, Shape shape) {
        return find(shape, initializer.create(shape, Samplers.of(Key.of(1)))).orElseThrow();
    }

    private static Optional<Structure> find(Shape shape, float[] data) {
        return Structures.of(Sample.of(new Tensor(shape, data)));
    }
}
