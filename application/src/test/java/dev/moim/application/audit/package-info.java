/** Tests of the use cases of the audit log. */
@NullMarked
package dev.moim.application.audit;

import org.jspecify.annotations.NullMarked;
