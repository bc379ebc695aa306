package dev.moim.application.matching.service;

import dev.moim.application.matching.port.in.MatchRequestView;
import dev.moim.application.matching.port.in.SubmitMatchRequest;
import dev.moim.application.member.port.in.FindMember;
import dev.moim.domain.condition.AllOf;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.matching.MatchRequest;
import dev.moim.domain.matching.Relaxation;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.FieldError;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Validation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

final class SubmitMatchRequestService implements SubmitMatchRequest {
  private final Submission submission;
  private final Categories categories;
  private final MatchingSettings settings;
  private final FindMember findMember;
  private final Clock clock;

  SubmitMatchRequestService(
      Submission submission,
      Categories categories,
      MatchingSettings settings,
      FindMember findMember,
      Clock clock) {
    this.submission = submission;
    this.categories = categories;
    this.settings = settings;
    this.findMember = findMember;
    this.clock = clock;
  }

  @Override
  public MatchRequestView submit(Command command) {
    Category category = categories.named(command.category());
    Instant now = clock.now();
    var validation = new Validation();
    Optional<AllOf> condition =
        validation.check("/condition", () -> category.read(command.condition(), now));
    Optional<GroupSize> size = validation.check("/size", () -> size(category, command));
    List<Relaxation> relaxations = relaxations(category, command.relax(), validation);
    List<MemberId> friends = friends(command.party(), validation);
    validation.orThrow();
    return submission.submit(
        command.caller(),
        category,
        new MatchRequest.Wish(
            condition.orElseThrow(), size.orElseThrow(), relaxations, command.fillRooms()),
        friends,
        command.expiresAt());
  }

  private static GroupSize size(Category category, Command command) {
    int min = command.sizeMin().orElse(category.sizes().min());
    int max = command.sizeMax().orElse(Math.max(min, category.usualSize()));
    return category.size(min, max);
  }

  private List<Relaxation> relaxations(
      Category category, List<String> names, Validation validation) {
    List<Relaxation> offered = settings.of(category.key()).relaxations();
    List<Relaxation> chosen = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      String name = names.get(i);
      Optional<Relaxation> step =
          offered.stream().filter(each -> each.name().equals(name)).findFirst();
      if (step.isEmpty()) {
        validation.add(new FieldError("/relax/" + i, "UNKNOWN_STEP"));
      } else if (!chosen.contains(step.get())) {
        chosen.add(step.get());
      }
    }
    return chosen;
  }

  /** Whoever keeps apart from the member is asked like everybody, but does not hear of it. */
  private List<MemberId> friends(List<String> nicknames, Validation validation) {
    if (nicknames.size() > MatchRequest.MOST_COMPANIONS) {
      validation.add(new FieldError("/party", "TOO_MANY"));
      return List.of();
    }
    List<MemberId> friends = new ArrayList<>();
    for (int i = 0; i < nicknames.size(); i++) {
      Optional<MemberId> friend = findMember.named(nicknames.get(i));
      if (friend.isPresent()) {
        friends.add(friend.get());
      } else {
        validation.add(new FieldError("/party/" + i, "UNKNOWN_MEMBER"));
      }
    }
    return friends;
  }
}
