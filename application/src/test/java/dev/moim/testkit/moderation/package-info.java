/** Fakes, contracts and builders of reports. */
@NullMarked
package dev.moim.testkit.moderation;

import org.jspecify.annotations.NullMarked;
