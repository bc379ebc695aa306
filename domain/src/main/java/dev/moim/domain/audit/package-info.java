/** What managers, admins and the operator did, for admins to look up. */
@NullMarked
package dev.moim.domain.audit;

import org.jspecify.annotations.NullMarked;
