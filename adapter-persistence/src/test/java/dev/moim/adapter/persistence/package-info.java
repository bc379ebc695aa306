/** The stores against real databases. */
@NullMarked
package dev.moim.adapter.persistence;

import org.jspecify.annotations.NullMarked;
