/** The use cases of meetings; built through the one public class here. */
@NullMarked
package dev.moim.application.meeting.service;

import org.jspecify.annotations.NullMarked;
