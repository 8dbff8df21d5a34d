/**
 * The contenders that Initium is measured against, where their library's own call is not the whole task. Each takes the
 * fastest route that its library offers to a user; as nobody asks them for the same bits everywhere, they may use
 * {@link java.lang.Math}'s elementary functions.
 */
package org.initium.benchmarks.baseline;
