/** What a member is told about. */
@NullMarked
package dev.moim.domain.notification;

import org.jspecify.annotations.NullMarked;
