/** Notifications on a relational database. */
@NullMarked
package dev.moim.adapter.persistence.notification;

import org.jspecify.annotations.NullMarked;
