@NullMarked
package dev.moim.architecture.planted.clean.application.notification.service;

import org.jspecify.annotations.NullMarked;
