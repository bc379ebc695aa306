/** What can be done with notifications. */
@NullMarked
package dev.moim.application.notification.port.in;

import org.jspecify.annotations.NullMarked;
