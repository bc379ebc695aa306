@NullMarked
package dev.moim.architecture.planted.clean.testkit.room;

import org.jspecify.annotations.NullMarked;
