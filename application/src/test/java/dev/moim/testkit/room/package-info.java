/** Fakes, contracts and builders of rooms. */
@NullMarked
package dev.moim.testkit.room;

import org.jspecify.annotations.NullMarked;
