/** The use cases of match requests; built through the one public class here. */
@NullMarked
package dev.moim.application.matching.service;

import org.jspecify.annotations.NullMarked;
