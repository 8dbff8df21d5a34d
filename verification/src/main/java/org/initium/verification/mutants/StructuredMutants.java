// SPDX-License-Identifier: Apache-2.0
package org.initium.verification.mutants;

import static org.initium.verification.mutants.Mutant.PLANTED;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.initium.Shape;
import org.initium.init.Sparse;
import org.initium.init.conv.DeltaOrthogonal;
import org.initium.init.conv.Dirac;
import org.initium.init.conv.NamedWindow;
import org.initium.init.conv.Stft;
import org.initium.init.conv.Stft.Scaling;
import org.initium.init.conv.Stft.Side;

/** Sparse matrices and convolution kernels of a certain form that have another. */
final class StructuredMutants {
    private StructuredMutants() {}

    static List<Mutant> all() {
        List<Mutant> mutants = new ArrayList<>(sparse());
        mutants.addAll(kernels());
        mutants.addAll(fourier());
        return mutants;
    }

    private static List<Mutant> sparse() {
        return List.of(
                new Mutant(
                        "zeros_in_the_same_rows",
                        "sparse has its zeros in the first rows always",
                        PLANTED,
                        Wrong.initializer(
                                Sparse.DEFAULT,
                                new Wrong.Damaged(
                                        new Sparse(0, 0.01),
                                        (shape, tensor) -> Arrays.fill(tensor, 0, zeros(shape) * shape.dim(1), 0))),
                        "zero_rows",
                        "declared_law"),
                new Mutant(
                        "zeros_for_the_smallest",
                        "sparse ranks the elements themselves, so that the zeros replace the smallest",
                        PLANTED,
                        Wrong.initializer(
                                Sparse.DEFAULT,
                                new Wrong.Damaged(new Sparse(0, 0.01), StructuredMutants::eraseTheSmallest)),
                        "mean",
                        "variance",
                        "kolmogorov_smirnov"),
                new Mutant(
                        "too_few_zeros",
                        "sparse has 8 zeros in a hundred where it should have 10",
                        PLANTED,
                        Wrong.initializer(Sparse.DEFAULT, new Sparse(0.08, 0.01)),
                        "zero_count",
                        "declared_law"));
    }

    private static List<Mutant> kernels() {
        return List.of(
                new Mutant(
                        "delta_beside_the_middle",
                        "delta_orthogonal has its matrix one position too far",
                        PLANTED,
                        Wrong.damaged("delta_orthogonal", StructuredMutants::move),
                        "stray_values",
                        "orthogonality"),
                new Mutant(
                        "delta_without_signs",
                        "delta_orthogonal has lost its signs",
                        PLANTED,
                        Wrong.damaged("delta_orthogonal", Wrong.each(Math::abs)),
                        "orthogonality",
                        "first_entry_sign"),
                new Mutant(
                        "gain_of_delta",
                        "delta_orthogonal forgets its gain",
                        PLANTED,
                        Wrong.initializer(new DeltaOrthogonal(2.5), DeltaOrthogonal.DEFAULT),
                        "orthogonality",
                        "declared_law"),
                new Mutant(
                        "dirac_beside_the_middle",
                        "dirac has its ones one position too far",
                        PLANTED,
                        Wrong.damaged("dirac", StructuredMutants::move),
                        "exact_values"),
                new Mutant(
                        "dirac_without_groups",
                        "dirac forgets its groups",
                        PLANTED,
                        Wrong.initializer(new Dirac(3), Dirac.DEFAULT),
                        "exact_values",
                        "declared_law"));
    }

    private static List<Mutant> fourier() {
        return List.of(
                fourier("stft_sine", "the imaginary part", Side.IMAG, NamedWindow.HANN, Scaling.DENSITY, false),
                fourier("stft_hamming", "Hamming's window", Side.REAL, NamedWindow.HAMMING, Scaling.DENSITY, false),
                fourier(
                        "stft_spectrum",
                        "the scale of a spectrum",
                        Side.REAL,
                        NamedWindow.HANN,
                        Scaling.SPECTRUM,
                        false),
                fourier("stft_periodic", "a periodic window", Side.REAL, NamedWindow.HANN, Scaling.DENSITY, true),
                fourier("stft_no_window", "no window", Side.REAL, NamedWindow.NONE, Scaling.DENSITY, false),
                new Mutant(
                        "stft_nan",
                        "stft's last element is NaN",
                        PLANTED,
                        Wrong.damaged("stft", (shape, tensor) -> tensor[tensor.length - 1] = Float.NaN),
                        "finite",
                        "near_values"));
    }

    private static Mutant fourier(
            String name, String what, Side side, NamedWindow window, Scaling scaling, boolean periodic) {
        return new Mutant(
                name,
                "stft has " + what,
                PLANTED,
                Wrong.initializer(Stft.DEFAULT, new Stft(side, window, scaling, periodic)),
                "near_values",
                "declared_law");
    }

    /** Zeros in a column of {@link Sparse#DEFAULT}: a tenth of the rows, rounded up. */
    private static int zeros(Shape shape) {
        return (shape.dim(0) + 9) / 10;
    }

    private static void eraseTheSmallest(Shape shape, float[] tensor) {
        int columns = shape.dim(1);
        for (int column = 0; column < columns; column++) {
            for (int zero = 0; zero < zeros(shape); zero++) {
                int smallest = -1;
                for (int at = column; at < tensor.length; at += columns) {
                    smallest = tensor[at] != 0 && (smallest < 0 || tensor[at] < tensor[smallest]) ? at : smallest;
                }
                tensor[smallest] = 0;
            }
        }
    }

    /** Everything one position further along the first axis, the last one first. */
    private static void move(Shape shape, float[] tensor) {
        float[] before = tensor.clone();
        int position = tensor.length / shape.dim(0);
        System.arraycopy(before, 0, tensor, position, tensor.length - position);
        System.arraycopy(before, tensor.length - position, tensor, 0, position);
    }
}
