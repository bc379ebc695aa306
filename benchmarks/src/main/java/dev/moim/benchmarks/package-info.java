/** Measurements of the core. */
@NullMarked
package dev.moim.benchmarks;

import org.jspecify.annotations.NullMarked;
