/** Repositories on a relational database. */
@NullMarked
package dev.moim.adapter.persistence;

import org.jspecify.annotations.NullMarked;
