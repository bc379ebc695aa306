/** What the use cases of the audit log need from outside. */
@NullMarked
package dev.moim.application.audit.port.out;

import org.jspecify.annotations.NullMarked;
