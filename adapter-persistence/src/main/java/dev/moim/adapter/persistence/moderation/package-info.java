/** Reports on a relational database. */
@NullMarked
package dev.moim.adapter.persistence.moderation;

import org.jspecify.annotations.NullMarked;
