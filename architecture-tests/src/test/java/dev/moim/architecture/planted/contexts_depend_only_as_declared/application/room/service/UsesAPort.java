package dev.moim.architecture.planted.contexts_depend_only_as_declared.application.room.service;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.contexts_depend_only_as_declared.application.meeting.port.out.Meetings;

@Planted
record UsesAPort(Meetings meetings) {}
