/** The use cases of reports; built through the one public class here. */
@NullMarked
package dev.moim.application.moderation.service;

import org.jspecify.annotations.NullMarked;
