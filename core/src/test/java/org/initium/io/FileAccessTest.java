// SPDX-License-Identifier: Apache-2.0
package org.initium.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FileAccessTest {
    private static final Path FILE = Path.of("w.npy");

    @Test
    void saysTheReasonInWords() {
        assertThat(FileAccess.named(FILE, new NoSuchFileException("w.npy"))).hasMessage("w.npy: no such file");
        assertThat(FileAccess.named(FILE, new AccessDeniedException("w.npy"))).hasMessage("w.npy: permission denied");
        assertThat(FileAccess.named(FILE, new FileSystemException("a", null, "Not a directory")))
                .hasMessage("w.npy: Not a directory");
        assertThat(FileAccess.named(FILE, new IOException("No space left on device")))
                .hasMessage("w.npy: No space left on device");
        assertThat(FileAccess.named(FILE, new ClosedChannelException())).hasMessage("w.npy: ClosedChannelException");
    }
}
