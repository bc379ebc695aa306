@NullMarked
package dev.moim.architecture.planted.clean.application.shared;

import org.jspecify.annotations.NullMarked;
