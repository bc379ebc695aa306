/** What can be done with the audit log. */
@NullMarked
package dev.moim.application.audit.port.in;

import org.jspecify.annotations.NullMarked;
