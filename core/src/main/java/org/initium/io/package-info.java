/**
 * Files: what goes in (data sets, weights of other libraries) and what comes out (weights).
 *
 * <p>Readers trust nothing: sizes that a file claims are compared with the bytes that are there before anything is
 * allocated, and whatever does not fit the format is a {@link org.initium.io.FormatException} that says in one line where,
 * what was found and what was expected. Writers go through {@link org.initium.io.AtomicFile}, so a file is either complete
 * or as it was before.
 */
package org.initium.io;
