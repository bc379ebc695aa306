/**
 * What every context of the domain shares: typed identifiers, versions, errors, events and time.
 */
@NullMarked
package dev.moim.domain.shared;

import org.jspecify.annotations.NullMarked;
