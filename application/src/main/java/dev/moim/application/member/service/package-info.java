/** The use cases of members and sessions; built through the one public class here. */
@NullMarked
package dev.moim.application.member.service;

import org.jspecify.annotations.NullMarked;
