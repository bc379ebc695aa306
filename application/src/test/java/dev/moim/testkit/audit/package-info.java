/** Fakes, contracts and builders of the audit log. */
@NullMarked
package dev.moim.testkit.audit;

import org.jspecify.annotations.NullMarked;
