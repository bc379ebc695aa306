/** Fakes and contracts of what all contexts share: the store, events, time, chance and locks. */
@NullMarked
package dev.moim.testkit.shared;

import org.jspecify.annotations.NullMarked;
