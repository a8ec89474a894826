/**
 * Threads for work that takes microseconds. Internal.
 *
 * <p>{@link io.sweepnet.parallel.Workers} divides the parts of a piece of work among a fixed number of threads without
 * allocation. The package does not depend on any other.
 */
package io.sweepnet.parallel;
