/** Match requests, and the engine that forms groups of people whose conditions fit together. */
@NullMarked
package dev.moim.domain.matching;

import org.jspecify.annotations.NullMarked;
