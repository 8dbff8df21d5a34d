// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.initium.Slice;
import org.initium.Tensor;

/** Writes 32-bit little-endian floats in constant memory, whatever their number. */
final class FloatWriter {
    /** Elements per chunk: 4 MiB of floats, large enough that a call costs nothing beside the transfer. */
    static final int CHUNK = 1 << 20;

    private FloatWriter() {}

    /** Writes all {@code total} elements, bit for bit: NaN payloads and the sign of zero survive. */
    static void write(OutputStream out, long total, FloatSource source) throws IOException {
        int capacity = (int) Math.min(total, CHUNK);
        float[] floats = new float[capacity];
        byte[] bytes = new byte[capacity * Float.BYTES];
        ByteBuffer encoder = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (long first = 0; first < total; first += CHUNK) {
            int count = (int) Math.min(total - first, CHUNK);
            source.fill(new Slice(total, first, count), floats);
            encoder.asFloatBuffer().put(floats, 0, count);
            out.write(bytes, 0, count * Float.BYTES);
        }
    }

    /** The elements of a tensor that is in memory. */
    static FloatSource of(Tensor tensor) {
        return (slice, out) -> System.arraycopy(tensor.data(), (int) slice.first(), out, 0, slice.count());
    }

    /** Bytes of a header and {@code total} elements; {@link Long#MAX_VALUE}, which no disk holds, where a long is too small. */
    static long fileSize(long header, long total) {
        return total > (Long.MAX_VALUE - header) / Float.BYTES ? Long.MAX_VALUE : header + total * Float.BYTES;
    }
}
