/** Fakes, contracts and builders of match requests. */
@NullMarked
package dev.moim.testkit.matching;

import org.jspecify.annotations.NullMarked;
