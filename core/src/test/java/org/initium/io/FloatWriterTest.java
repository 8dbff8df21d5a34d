// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import org.junit.jupiter.api.Test;

class FloatWriterTest {
    /** More elements than one array holds: the slices follow each other without gap, and the memory is two chunks. */
    @Test
    void writesMoreThanOneArrayInConstantMemory() throws IOException {
        long total = (1L << 31) + 5;
        Counter counter = new Counter();
        long before = TestFiles.allocatedBytes();
        FloatWriter.write(counter, total, (slice, out) -> {
            assertThat(slice.total()).isEqualTo(total);
            assertThat(slice.first()).isEqualTo(counter.bytes / Float.BYTES);
            assertThat(out.length).isGreaterThanOrEqualTo(slice.count());
        });
        assertThat(counter.bytes).isEqualTo(total * Float.BYTES);
        assertThat(TestFiles.allocatedBytes() - before).isLessThan(1 << 26);
    }

    @Test
    void fileSizeSaturates() {
        assertThat(FloatWriter.fileSize(128, 10)).isEqualTo(168);
        assertThat(FloatWriter.fileSize(128, Long.MAX_VALUE / 4)).isEqualTo(Long.MAX_VALUE);
        assertThat(FloatWriter.fileSize(3, Long.MAX_VALUE / 4)).isEqualTo(Long.MAX_VALUE);
        assertThat(FloatWriter.fileSize(0, Long.MAX_VALUE / 4)).isEqualTo(Long.MAX_VALUE - 3);
    }

    private static final class Counter extends OutputStream {
        private long bytes;

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] b, int offset, int length) {
            bytes += length;
        }
    }
}
