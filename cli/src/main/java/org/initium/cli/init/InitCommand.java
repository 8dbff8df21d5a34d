// SPDX-License-Identifier: Apache-2.0
package org.initium.cli.init;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;
import org.initium.Shape;
import org.initium.Slice;
import org.initium.cli.shared.BaseCommand;
import org.initium.cli.shared.DrawsElements;
import org.initium.cli.shared.InitializerOptions;
import org.initium.cli.shared.JsonOutput;
import org.initium.cli.shared.Progress;
import org.initium.cli.shared.SamplerOptions;
import org.initium.init.Initializer;
import org.initium.init.Law;
import org.initium.init.Orthogonal;
import org.initium.init.Sparse;
import org.initium.init.conv.DeltaOrthogonal;
import org.initium.io.FloatSource;
import org.initium.io.Npy;
import org.initium.io.SafeTensors;
import org.initium.random.HaarMethod;
import org.initium.random.Sampler;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code initium init}: writes initial weights to a file, in constant memory unless the initializer forbids it. */
@Command(
        name = "init",
        description = "Write initial weights to a file. The same options give the same bytes on every machine.",
        footer = {
            "",
            "The file is 32-bit floats in row-major order and appears only when it is complete. Memory is constant,"
                    + " but for orthogonal, delta_orthogonal and sparse, which need the whole tensor.",
            "crc32 in the output is that of the elements' little-endian bytes."
        })
public final class InitCommand extends BaseCommand implements DrawsElements {
    /** Name of the one tensor in a .safetensors file. */
    static final String TENSOR = "weights";

    /**
     * Bytes per element that {@link Orthogonal} holds at its peak: the result, the matrix that becomes it by transposition, and
     * the reflectors of a block, which are fewer than the matrix has elements unless it has less than 64 columns. The others need less.
     */
    private static final int WHOLE_BYTES = 4 + 4 + 4;

    /** The same where it factors in double precision: beside the first two the matrix, its factors and Q as doubles. */
    private static final int WHOLE_BYTES_IN_DOUBLE = 4 + 4 + 3 * 8;

    /** Multiply-adds that the scalar kernels make in the time of one draw. */
    private static final int PRODUCTS_PER_DRAW = 8;

    @Option(names = "--initializer", required = true, paramLabel = "NAME", description = "A name such as he_normal.")
    private String name;

    @Option(
            names = "--shape",
            required = true,
            paramLabel = "SHAPE",
            description = "Dimensions, such as 784,128 or 784x128; () for a scalar.")
    private Shape shape;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "File to write, .npy or .safetensors.")
    private Path file;

    @Mixin
    private InitializerOptions options;

    @Mixin
    private SamplerOptions samplerOptions;

    /** For picocli. */
    public InitCommand() {}

    @Override
    public Integer call() throws IOException {
        Initializer initializer = options.create(name);
        Sampler source = samplerOptions.sampler();
        Law law = initializer.law(shape);
        boolean npy = isNpy(file);
        long start = System.nanoTime();
        CRC32 crc = new CRC32();
        try (Progress progress = new Progress(err())) {
            FloatSource weights = checked(weights(initializer, source), crc, progress);
            if (npy) {
                Npy.write(file, shape, weights);
            } else {
                SafeTensors.write(file, TENSOR, shape, weights);
            }
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        report(law, String.format("%08x", crc.getValue()), seconds);
        return 0;
    }

    /** The tensor's elements; for an orthogonal matrix, what the factorisation takes the time of. */
    @Override
    public long elements() {
        boolean factored = name.endsWith("orthogonal") && shape.rank() >= 2 && shape.size() > 0;
        if (!factored) {
            return shape.size();
        }
        long columns = shape.dim(-1);
        long products = Math.min(columns, shape.size() / columns);
        return shape.size() / PRODUCTS_PER_DRAW * products;
    }

    private static boolean isNpy(Path file) {
        String text = file.toString();
        if (!text.endsWith(".npy") && !text.endsWith(".safetensors")) {
            throw new IllegalArgumentException("--out " + file + ": expected a name that ends in .npy or .safetensors");
        }
        return text.endsWith(".npy");
    }

    private FloatSource weights(Initializer initializer, Sampler source) {
        // Each slice of these costs as much as the tensor.
        if (initializer instanceof Orthogonal
                || initializer instanceof DeltaOrthogonal
                || initializer instanceof Sparse) {
            requireMemory(source);
            return whole(initializer, source);
        }
        return (slice, out) -> initializer.fill(shape, source, slice, out, 0);
    }

    /** Computes all at the first slice: by then it is certain that the file can be written. */
    private FloatSource whole(Initializer initializer, Sampler source) {
        return new FloatSource() {
            private float[] whole;

            @Override
            public void fill(Slice slice, float[] out) {
                if (whole == null) {
                    whole = initializer.create(shape, source);
                }
                System.arraycopy(whole, (int) slice.first(), out, 0, slice.count());
            }
        };
    }

    /** Says at once what would otherwise end in an OutOfMemoryError after minutes of work. */
    private void requireMemory(Sampler source) {
        int bytes = source.haarMethod() == HaarMethod.DOUBLE_QR ? WHOLE_BYTES_IN_DOUBLE : WHOLE_BYTES;
        long memory = Runtime.getRuntime().maxMemory();
        long most = Math.min(Integer.MAX_VALUE, memory / bytes);
        if (shape.size() > most) {
            throw new IllegalArgumentException(name + " needs the whole tensor in memory: shape " + shape + " of "
                    + shape.size() + " elements takes " + bytes + " bytes for each, expected at most " + most
                    + " elements in the " + (memory >> 20)
                    + " MiB that Java may use (INITIUM_OPTS=-Xmx8g allows 8 GiB)");
        }
    }

    /** Counts the elements that pass through, and sums them up. */
    private FloatSource checked(FloatSource source, CRC32 crc, Progress progress) {
        return new FloatSource() {
            private ByteBuffer bytes = ByteBuffer.allocate(0);

            @Override
            public void fill(Slice slice, float[] out) throws IOException {
                progress.update("writing " + file.getFileName(), slice.first(), slice.total());
                source.fill(slice, out);
                int length = slice.count() * Float.BYTES;
                if (bytes.capacity() < length) {
                    bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
                }
                bytes.clear().asFloatBuffer().put(out, 0, slice.count());
                crc.update(bytes.array(), 0, length);
            }
        };
    }

    private void report(Law law, String crc, double seconds) throws IOException {
        long bytes = Files.size(file);
        if (json()) {
            new JsonOutput()
                    .put("file", file.toString())
                    .put("initializer", name)
                    .put("initializer_parameters", options.json())
                    .put("shape", shape.toArray())
                    .put("seed", samplerOptions.seed())
                    .put("sampler", samplerOptions.name())
                    .put("bytes", bytes)
                    .put("law", LawText.of(law))
                    .put("lower", law.lower())
                    .put("upper", law.upper())
                    .put("mean", law.mean())
                    .put("stddev", law.stddev())
                    .put("crc32", crc)
                    .put("seconds", seconds)
                    .print(out());
        } else {
            out().println(file + ": " + shape + ", " + bytes + " bytes, " + LawText.of(law) + ", crc32 " + crc);
        }
    }
}
