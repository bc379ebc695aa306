/** Fakes, contracts and builders of members and sessions. */
@NullMarked
package dev.moim.testkit.member;

import org.jspecify.annotations.NullMarked;
