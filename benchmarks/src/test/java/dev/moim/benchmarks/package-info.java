/** Measurements that use the fakes of the test kit. */
@NullMarked
package dev.moim.benchmarks;

import org.jspecify.annotations.NullMarked;
