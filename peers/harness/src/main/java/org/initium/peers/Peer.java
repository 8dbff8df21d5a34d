// SPDX-License-Identifier: Apache-2.0
package org.initium.peers;

import java.util.List;

/** A library on trial; found by {@link java.util.ServiceLoader}. */
public interface Peer {
    /** Its name, {@code "TensorFlow for Java"}. */
    String name();

    /** The released artifact that its initializers come from. */
    Artifact artifact();

    /** What is tried of it, in the order of the report. */
    List<Candidate> candidates();
}
