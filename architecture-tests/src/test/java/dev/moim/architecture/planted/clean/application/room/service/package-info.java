@NullMarked
package dev.moim.architecture.planted.clean.application.room.service;

import org.jspecify.annotations.NullMarked;
