@NullMarked
package dev.moim.architecture.planted.clean.domain.condition;

import org.jspecify.annotations.NullMarked;
