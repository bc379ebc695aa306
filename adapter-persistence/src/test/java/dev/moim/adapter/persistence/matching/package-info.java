/** Match requests on a relational database. */
@NullMarked
package dev.moim.adapter.persistence.matching;

import org.jspecify.annotations.NullMarked;
