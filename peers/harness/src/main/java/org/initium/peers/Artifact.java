// SPDX-License-Identifier: Apache-2.0
package org.initium.peers;

import java.nio.file.Path;
import java.util.Locale;

/**
 * An artifact in Maven Central.
 *
 * @param groupId its group
 * @param artifactId its name
 * @param anchor a class of it
 */
public record Artifact(String groupId, String artifactId, Class<?> anchor) {
    /**
     * The version of the jar that the class was loaded from, by the jar's name.
     *
     * @throws IllegalStateException if it was loaded from something else
     */
    public String version() {
        String jar = Path.of(anchor.getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .getPath())
                .getFileName()
                .toString();
        String prefix = artifactId + "-";
        String suffix = ".jar";
        if (!jar.startsWith(prefix) || !jar.endsWith(suffix)) {
            throw new IllegalStateException(
                    anchor.getName() + " comes from " + jar + ", expected " + prefix + "<version>" + suffix);
        }
        return jar.substring(prefix.length(), jar.length() - suffix.length());
    }

    /** {@code group:artifact}. */
    public String coordinates() {
        return groupId + ":" + artifactId;
    }

    /** The page of a class in the Javadoc that was released with the artifact. */
    public String javadoc(Class<?> type) {
        return String.format(
                Locale.ROOT,
                "https://javadoc.io/doc/%s/%s/%s/%s.html",
                groupId,
                artifactId,
                version(),
                type.getName().replace('.', '/').replace('$', '.'));
    }
}
