@NullMarked
package dev.moim.architecture.planted.clean.domain.shared;

import org.jspecify.annotations.NullMarked;
