// SPDX-License-Identifier: Apache-2.0
package org.initium.peers;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.initium.Shape;

/** Draws tensors in a JVM of its own, with the class path and the flags of this one, to see whether it comes to an end. */
final class OwnJvm {
    private static final long SECONDS = 60;
    private static final int TENSORS = 20;

    private OwnJvm() {}

    /**
     * Whether the tensors could be drawn.
     *
     * @param candidate index among the peer's candidates
     * @param shape index among the candidate's shapes
     * @return how the JVM ended in words; empty if it ended well
     * @throws IOException if it cannot be started
     */
    static String end(Peer peer, int candidate, int shape) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(OwnJvm.class.getName());
        command.add(peer.getClass().getName());
        command.add(Integer.toString(candidate));
        command.add(Integer.toString(shape));
        Process process = new ProcessBuilder(command)
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
            return TENSORS + " tensors are not drawn within " + SECONDS + " s";
        }
        // A shell's convention, which Java keeps: 128 and the number of the signal.
        return process.exitValue() == 0 ? "" : "takes the JVM down: exit code " + process.exitValue();
    }

    /** The JVM of its own. */
    public static void main(String[] args) throws Exception {
        Peer peer = (Peer) Class.forName(args[0]).getDeclaredConstructor().newInstance();
        Candidate candidate = peer.candidates().get(Integer.parseInt(args[1]));
        Shape shape = candidate.shapes().get(Integer.parseInt(args[2]));
        endIfLeftAlone();
        for (int tensor = 0; tensor < TENSORS; tensor++) {
            candidate.source().draw(shape, Trial.FIRST_SEED + tensor);
        }
        // Natives may leave threads behind.
        System.exit(0);
    }

    /** A native that does not return would go on for ever if the JVM that waits for this one were stopped meanwhile. */
    private static void endIfLeftAlone() {
        ProcessHandle.current()
                .parent()
                .ifPresent(parent ->
                        parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
    }
}
