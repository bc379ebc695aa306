/** Tests of this context. */
@NullMarked
package dev.moim.application.matching.service;

import org.jspecify.annotations.NullMarked;
