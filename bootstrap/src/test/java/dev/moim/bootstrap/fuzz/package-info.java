/** Odd requests to every endpoint, many thousands of them. */
@NullMarked
package dev.moim.bootstrap.fuzz;

import org.jspecify.annotations.NullMarked;
