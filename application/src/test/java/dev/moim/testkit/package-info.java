/** A community in memory: all use cases, wired to fakes. */
@NullMarked
package dev.moim.testkit;

import org.jspecify.annotations.NullMarked;
