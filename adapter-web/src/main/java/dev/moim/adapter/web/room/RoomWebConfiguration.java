package dev.moim.adapter.web.room;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Rooms over HTTP. */
@Configuration(proxyBeanMethods = false)
@Import({RoomController.class, RoomSeatController.class, CommentController.class})
public class RoomWebConfiguration {}
