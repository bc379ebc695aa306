/** What the use cases of notifications need from outside. */
@NullMarked
package dev.moim.application.notification.port.out;

import org.jspecify.annotations.NullMarked;
