/** The use cases of notifications; built through the one public class here. */
@NullMarked
package dev.moim.application.notification.service;

import org.jspecify.annotations.NullMarked;
