// SPDX-License-Identifier: Apache-2.0
package org.initium.cli;

import org.initium.simd.Simd;
import picocli.CommandLine.IVersionProvider;

/** The version, as the jar's manifest states it, and what it runs on. */
public final class Version implements IVersionProvider {
    /** For picocli. */
    public Version() {}

    /** The version of Initium; {@code development} if it does not run from its jar. */
    public static String number() {
        String number = Version.class.getPackage().getImplementationVersion();
        return number == null ? "development" : number;
    }

    @Override
    public String[] getVersion() {
        return new String[] {
            "initium " + number() + " (" + Simd.description() + ", Java " + System.getProperty("java.version") + ")"
        };
    }
}
