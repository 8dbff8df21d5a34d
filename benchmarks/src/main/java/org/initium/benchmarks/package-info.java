/**
 * What Initium does, timed by JMH beside its peers on the JVM.
 *
 * <p>A class is a task, a method a contender of that name: {@code initium} is the library with vectors,
 * {@code initiumScalar} the same body in a JVM without them, the others are peers, whose longer code stands in
 * {@link org.initium.benchmarks.baseline}. Nothing but the contender's work is inside a timed method. What a task costs
 * in flops and bytes, and why each peer is a fair one, is said in the module's README.
 */
package org.initium.benchmarks;
