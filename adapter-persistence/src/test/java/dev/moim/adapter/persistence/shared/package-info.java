/** What the stores stand on, against real databases. */
@NullMarked
package dev.moim.adapter.persistence.shared;

import org.jspecify.annotations.NullMarked;
