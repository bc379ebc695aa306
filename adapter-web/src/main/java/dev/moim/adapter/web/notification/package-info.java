/** Notifications over HTTP. */
@NullMarked
package dev.moim.adapter.web.notification;

import org.jspecify.annotations.NullMarked;
