package dev.moim.application.room.service;

import dev.moim.application.meeting.port.in.FindMeetings;
import dev.moim.application.meeting.port.in.FormMeeting;
import dev.moim.application.meeting.port.in.JoinMeeting;
import dev.moim.application.member.port.in.CheckActive;
import dev.moim.application.member.port.in.KeptApart;
import dev.moim.application.member.port.in.NameMembers;

/** What rooms ask of other contexts. */
public record RoomNeighbours(
    FormMeeting formMeeting,
    JoinMeeting joinMeeting,
    FindMeetings findMeetings,
    NameMembers nameMembers,
    CheckActive checkActive,
    KeptApart keptApart) {}
