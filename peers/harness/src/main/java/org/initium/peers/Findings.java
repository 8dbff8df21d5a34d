// SPDX-License-Identifier: Apache-2.0
package org.initium.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.initium.Shape;
import org.initium.results.PeerFindings;
import org.initium.results.PeerFindings.Failure;
import org.initium.results.PeerFindings.Figures;
import org.initium.results.PeerFindings.Finding;

/** Tries every peer on the class path and writes a result file for each. */
public final class Findings {
    private Findings() {}

    /**
     * The run.
     *
     * @param args the folder of the result files
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        if (args.length != 1) {
            throw new IllegalArgumentException("expected one argument, the folder of the result files");
        }
        Path folder = Files.createDirectories(Path.of(args[0]));
        for (Peer peer : ServiceLoader.load(Peer.class)) {
            long start = System.nanoTime();
            PeerFindings findings = of(peer);
            Path file = folder.resolve(peer.artifact().coordinates().replace(':', '.') + ".json");
            findings.write(file);
            System.out.printf(
                    Locale.ROOT,
                    "%s: %d findings in %.0f s, %s%n",
                    peer.name(),
                    findings.findings().size(),
                    (System.nanoTime() - start) * 1e-9,
                    file.normalize());
        }
        // Natives may leave threads behind.
        System.exit(0);
    }

    /** Everything about a peer. */
    static PeerFindings of(Peer peer) throws IOException, InterruptedException {
        List<Finding> findings = new ArrayList<>();
        for (int c = 0; c < peer.candidates().size(); c++) {
            Candidate candidate = peer.candidates().get(c);
            for (int s = 0; s < candidate.shapes().size(); s++) {
                String end = candidate.isolated() ? OwnJvm.end(peer, c, s) : "";
                findings.addAll(
                        end.isEmpty()
                                ? new Trial(candidate, candidate.shapes().get(s)).findings()
                                : ended(candidate, candidate.shapes().get(s), end));
            }
        }
        return new PeerFindings(
                peer.name(),
                peer.artifact().coordinates(),
                peer.artifact().version(),
                "Java " + Runtime.version().feature() + ", " + System.getProperty("os.name") + " "
                        + System.getProperty("os.arch"),
                Trial.ELEMENTS,
                Trial.ALPHA,
                findings);
    }

    private static List<Finding> ended(Candidate candidate, Shape shape, String end) {
        return candidate.claims().stream()
                .map(claim -> new Finding(
                        candidate.initializer(),
                        shape.toString(),
                        claim.documented(),
                        claim.source(),
                        claim.link(),
                        claim.says(),
                        Figures.NONE,
                        List.of(new Failure("draws", 0, end)),
                        candidate.does(),
                        false))
                .toList();
    }
}
