/** Caches and locks. */
@NullMarked
package dev.moim.adapter.cache;

import org.jspecify.annotations.NullMarked;
