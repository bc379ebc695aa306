/** The audit log on a relational database. */
@NullMarked
package dev.moim.adapter.persistence.audit;

import org.jspecify.annotations.NullMarked;
