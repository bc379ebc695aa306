/** The use cases of rooms; built through the one public class here. */
@NullMarked
package dev.moim.application.room.service;

import org.jspecify.annotations.NullMarked;
