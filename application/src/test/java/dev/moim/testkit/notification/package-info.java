/** Fakes, contracts and builders of notifications. */
@NullMarked
package dev.moim.testkit.notification;

import org.jspecify.annotations.NullMarked;
