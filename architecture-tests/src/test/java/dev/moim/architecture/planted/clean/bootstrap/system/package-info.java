@NullMarked
package dev.moim.architecture.planted.clean.bootstrap.system;

import org.jspecify.annotations.NullMarked;
