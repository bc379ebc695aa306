package dev.moim.adapter.web.meeting;

import dev.moim.application.meeting.port.in.MeetingView;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.Facet;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.LevelFacet;
import dev.moim.domain.condition.LocalizedName;
import dev.moim.domain.condition.MatchCondition;
import dev.moim.domain.condition.OptionsFacet;
import dev.moim.domain.condition.WindowFacet;
import dev.moim.domain.member.Language;
import dev.moim.domain.shared.MemberId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What people call a meeting, its place, and what is to be known of it, in one language. */
final class MeetingWords {
  /** The facet that says where a meeting is, if a category has it. */
  private static final FacetKey PLACE = new FacetKey("place");

  private static final LocalizedName WITH = new LocalizedName("함께", "With");
  private static final LocalizedName FORMER_MEMBER = new LocalizedName("탈퇴한 회원", "a former member");

  private final MeetingView meeting;
  private final Optional<String> roomTitle;
  private final Optional<Category> category;
  private final Language language;

  /**
   * @param roomTitle what the room is called that the meeting came from, if it did
   * @param category empty if it is no longer configured
   */
  MeetingWords(
      MeetingView meeting,
      Optional<String> roomTitle,
      Optional<Category> category,
      Language language) {
    this.meeting = meeting;
    this.roomTitle = roomTitle;
    this.category = category;
    this.language = language;
  }

  /**
   * A meeting in words.
   *
   * @param place empty if nobody agreed on one
   * @param lines the rest: what was agreed on, and who comes
   */
  record About(String title, Optional<String> place, List<String> lines) {}

  /** As its members may read it: who meets knows the others' nicknames. */
  About about(MemberId reader) {
    Map<FacetKey, String> agreed =
        category.stream()
            .flatMap(known -> known.facets().stream())
            .flatMap(facet -> agreed(facet).map(value -> Map.entry(facet.key(), value)).stream())
            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    List<String> lines = new ArrayList<>();
    for (Facet facet : category.map(Category::facets).orElse(List.of())) {
      Optional.ofNullable(agreed.get(facet.key()))
          .ifPresent(value -> lines.add(say(facet.name()) + ": " + value));
    }
    String others =
        meeting.members().stream()
            .filter(member -> !member.id().equals(reader))
            .map(member -> member.nickname().orElse(say(FORMER_MEMBER)))
            .collect(Collectors.joining(", "));
    if (!others.isEmpty()) {
      lines.add(say(WITH) + ": " + others);
    }
    String kind = category.map(Category::name).map(this::say).orElse(meeting.category().value());
    return new About(
        roomTitle.map(title -> title + " (" + kind + ")").orElse(kind),
        Optional.ofNullable(agreed.get(PLACE)),
        lines);
  }

  /** When it is has a field of its own, so a window says nothing more. */
  private Optional<String> agreed(Facet facet) {
    return meeting
        .agreed()
        .of(facet.key())
        .flatMap(value ->
            switch (facet) {
              case OptionsFacet options -> chosen(options, value);
              case LevelFacet level -> Optional.of(level.format(value));
              case WindowFacet window -> Optional.empty();
            });
  }

  private Optional<String> chosen(OptionsFacet facet, MatchCondition value) {
    String names =
        facet.options().stream()
            .filter(option -> value.values().contains(option.key()))
            .map(option -> say(option.name()))
            .collect(Collectors.joining(", "));
    return Optional.of(names).filter(some -> !some.isEmpty());
  }

  private String say(LocalizedName name) {
    return switch (language) {
      case KO -> name.ko();
      case EN -> name.en();
    };
  }
}
