// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.init;

import java.io.IOException;
import java.nio.file.Path;
import org.initium.Shape;
import org.initium.Tensor;
import org.initium.cli.shared.BaseCommand;
import org.initium.cli.shared.Progress;
import org.initium.verification.identify.Identification;
import org.initium.verification.identify.Identifier;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code initium identify}: where weights came from. */
@Command(
        name = "identify",
        description = "Find out which initializer, fans, scale and seed made weights, and what looks wrong with them.",
        footer = {
            "",
            "Weights may come from any library. The posterior is over the initializers of Keras and PyTorch with five ways of"
                    + " counting fans, those of other libraries, and uniform, normal and truncated normal laws of any scale.",
            "Exit code 3 if nothing that is known here fits: trained weights, another initializer, too few or bad numbers."
        })
public final class IdentifyCommand extends BaseCommand {
    /** The exit code of a question that stays open. */
    private static final int INCONCLUSIVE = 3;

    @Parameters(
            paramLabel = "FILE",
            description =
                    "Weights, .npy or .safetensors, of float32 or float64 throughout. Make float32 of other formats first:"
                            + " of float16 and bfloat16 nothing is lost, and the rounding they had is seen.")
    private Path file;

    @Option(
            names = "--tensor",
            paramLabel = "NAME",
            description = "Which tensor of a .safetensors file, if it has several.")
    private String tensor;

    @Option(
            names = "--shape",
            paramLabel = "SHAPE",
            description = "Dimensions, such as 784,128, if the file has others; as many elements in the same order.")
    private Shape shape;

    @ArgGroup
    private Seeds seeds = new Seeds();

    /** How many seeds, or none. */
    static final class Seeds {
        @Option(
                names = "--seeds",
                paramLabel = "N",
                description =
                        "Try the seeds 0 to N on every sampler (default: " + Identifier.DEFAULT_LARGEST_SEED + ").")
        private long largest = Identifier.DEFAULT_LARGEST_SEED;

        @Option(names = "--no-seeds", description = "Try no seeds.")
        private boolean none;

        long largest() {
            if (!none && (largest < 0 || largest > Identifier.LARGEST_SEED)) {
                throw new IllegalArgumentException(
                        "--seeds is " + largest + ", expected 0 to " + Identifier.LARGEST_SEED);
            }
            return none ? -1 : largest;
        }
    }

    /** For picocli. */
    public IdentifyCommand() {}

    @Override
    public Integer call() throws IOException {
        long largest = seeds.largest();
        Tensor weights = reshaped(WeightsFile.read(file, tensor));
        Identification found;
        try (Progress progress = new Progress(err())) {
            found = Identifier.identify(
                    weights, largest, (done, total) -> progress.update("trying seeds", done, total));
        }
        if (json()) {
            IdentifyText.json(file, found).print(out());
        } else {
            IdentifyText.print(file, found, out());
        }
        Identification.Answer answer = found.answer();
        boolean known = answer == Identification.Answer.LAW || answer == Identification.Answer.STRUCTURE;
        return known ? 0 : INCONCLUSIVE;
    }

    private Tensor reshaped(Tensor read) {
        if (read.shape().size() == 0) {
            throw new IllegalArgumentException(
                    file + ": the tensor of shape " + read.shape() + " has no elements, expected at least one");
        }
        if (shape == null) {
            return read;
        }
        if (shape.size() != read.shape().size()) {
            throw new IllegalArgumentException("--shape " + shape + " has " + shape.size() + " elements, expected "
                    + read.shape().size() + ", as " + file + " of shape " + read.shape() + " has");
        }
        return new Tensor(shape, read.data());
    }
}
