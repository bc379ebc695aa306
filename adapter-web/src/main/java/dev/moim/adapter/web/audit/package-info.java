/** The audit log over HTTP. */
@NullMarked
package dev.moim.adapter.web.audit;

import org.jspecify.annotations.NullMarked;
