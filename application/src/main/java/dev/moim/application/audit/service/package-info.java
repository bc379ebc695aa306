/** The use cases of the audit log; built through the one public class here. */
@NullMarked
package dev.moim.application.audit.service;

import org.jspecify.annotations.NullMarked;
