/** Fakes, contracts and builders of meetings. */
@NullMarked
package dev.moim.testkit.meeting;

import org.jspecify.annotations.NullMarked;
