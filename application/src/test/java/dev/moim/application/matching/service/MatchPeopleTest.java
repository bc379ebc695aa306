package dev.moim.application.matching.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import dev.moim.application.matching.port.in.CheckPeople;
import dev.moim.application.matching.port.in.MatchPeople;
import dev.moim.application.matching.port.in.MatchPeople.Command;
import dev.moim.application.matching.port.in.MatchPeople.Person;
import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import dev.moim.domain.condition.CategoryKey;
import dev.moim.domain.condition.ConditionError;
import dev.moim.domain.condition.FacetInput;
import dev.moim.domain.condition.FacetKey;
import dev.moim.domain.condition.GroupSize;
import dev.moim.domain.condition.LocalizedName;
import dev.moim.domain.condition.OptionsFacet;
import dev.moim.domain.condition.OptionsFacet.Option;
import dev.moim.domain.matching.Group;
import dev.moim.domain.matching.Matching;
import dev.moim.domain.matching.Unmatched;
import dev.moim.domain.matching.Unmatched.Reason;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MatchPeopleTest {
  private static final LocalizedName NAME = new LocalizedName("이름", "name");
  private static final Category MEAL =
      new Category(
          new CategoryKey("meal"),
          NAME,
          List.of(
              new OptionsFacet(
                  new FacetKey("place"),
                  NAME,
                  List.of(new Option("gaepo", NAME), new Option("seocho", NAME)))),
          new GroupSize(2, 6),
          4,
          Duration.ofMinutes(30));

  private final MatchPeople matchPeople =
      BatchMatchingUseCases.of(new Categories(List.of(MEAL))).matchPeople();

  @Test
  void people_who_suit_each_other_are_brought_together() {
    Matching<String> matching = match(at("a", "gaepo"), at("b", "seocho"), at("c", "gaepo"));

    assertThat(matching.groups()).extracting(Group::members).containsExactly(List.of("a", "c"));
    assertThat(matching.unmatched())
        .containsExactly(new Unmatched<>("b", Reason.NOBODY_COMPATIBLE));
  }

  @Test
  void a_party_stays_together_and_its_strictest_limits_count() {
    Matching<String> matching =
        match(
            party(sized("a", 3, 6), "p"),
            party(sized("b", 2, 3), "p"),
            at("c", "gaepo"),
            at("d", "gaepo"),
            at("e", "gaepo"));

    assertThat(matching.groups())
        .extracting(Group::members)
        .hasSize(2)
        .anySatisfy(members -> assertThat(members).hasSize(3).contains("a", "b"));
  }

  @Test
  void the_members_of_an_unmatched_party_stand_in_the_order_of_the_list() {
    Matching<String> matching =
        match(party(sized("a", 6, 6), "p"), at("lonely", "seocho"), party(sized("b", 6, 6), "p"));

    assertThat(matching.unmatched()).extracting(Unmatched::id).containsExactly("a", "lonely", "b");
    assertThat(matching.people()).isEqualTo(3);
  }

  @Test
  void one_who_avoids_somebody_keeps_their_party_apart_from_theirs() {
    Person a = avoiding(party(at("a", "gaepo"), "p"), "c", "a", "stranger");

    Matching<String> matching =
        match(
            a,
            party(at("b", "gaepo"), "p"),
            party(at("c", "gaepo"), "q"),
            party(at("d", "gaepo"), "q"));

    assertThat(matching.groups())
        .extracting(Group::members)
        .containsExactly(List.of("a", "b"), List.of("c", "d"));
  }

  @Test
  void the_oldest_is_not_left_over() {
    Person old =
        new Person(
            "old",
            Map.of(),
            Optional.of(2),
            Optional.of(2),
            Optional.empty(),
            Optional.of(Instant.EPOCH),
            Set.of());

    assertThat(match(sized("a", 2, 2), sized("b", 2, 2), old).groups())
        .extracting(Group::members)
        .containsExactly(List.of("a", "old"));
  }

  @Test
  void all_that_is_wrong_is_said_at_once() {
    assertThat(errors(at("a", "mars"), sized("b", 1, 7), at("a", "gaepo")))
        .extracting(FieldError::pointer, FieldError::code)
        .containsExactly(
            tuple("/people/0/condition/place/0", "UNKNOWN_OPTION"),
            tuple("/people/1/size/min", "OUT_OF_RANGE"),
            tuple("/people/1/size/max", "OUT_OF_RANGE"),
            tuple("/people/2/id", "DUPLICATE_ID"));
  }

  @Test
  void a_party_that_contradicts_itself_is_refused() {
    assertThat(errors(party(at("a", "gaepo"), "p"), party(at("b", "seocho"), "p")))
        .containsExactly(new FieldError("/people/0/party", "PARTY_WITHOUT_COMMON_CONDITION"));
    assertThat(errors(party(sized("a", 2, 3), "p"), party(sized("b", 4, 5), "p")))
        .containsExactly(new FieldError("/people/0/party", "PARTY_WITHOUT_COMMON_SIZE"));
    assertThat(
            errors(
                party(sized("a", 2, 2), "p"),
                party(sized("b", 2, 2), "p"),
                party(sized("c", 2, 2), "p")))
        .containsExactly(new FieldError("/people/0/party", "PARTY_TOO_LARGE"));
    assertThat(
            errors(
                at("x", "gaepo"),
                party(at("a", "gaepo"), "p"),
                avoiding(party(at("b", "gaepo"), "p"), "a")))
        .containsExactly(new FieldError("/people/1/party", "PARTY_AVOIDS_ITSELF"));
  }

  @Test
  void an_unknown_category_is_refused() {
    assertThat(
            catchThrowableOfType(
                    DomainException.class,
                    () -> matchPeople.match(new Command("golf", List.of(), 1)))
                .code())
        .isEqualTo(ConditionError.UNKNOWN_CATEGORY);
  }

  @Test
  void a_list_can_be_checked_without_matching_it() {
    CheckPeople checkPeople = BatchMatchingUseCases.of(new Categories(List.of(MEAL))).checkPeople();

    assertThat(checkPeople.check(new Command("meal", List.of(at("a", "gaepo")), 1))).isEmpty();
    assertThat(checkPeople.check(new Command("meal", List.of(at("a", "mars")), 1)))
        .extracting(FieldError::code)
        .containsExactly("UNKNOWN_OPTION");
    assertThatThrownBy(() -> checkPeople.check(new Command("golf", List.of(), 1)))
        .isInstanceOf(DomainException.class);
  }

  private Matching<String> match(Person... people) {
    return matchPeople.match(new Command("meal", List.of(people), 1));
  }

  private List<FieldError> errors(Person... people) {
    return catchThrowableOfType(DomainException.class, () -> match(people)).fieldErrors();
  }

  private static Person at(String id, String place) {
    return new Person(id, Map.of("place", new FacetInput.Choice(List.of(place))));
  }

  private static Person sized(String id, int min, int max) {
    return new Person(
        id,
        Map.of(),
        Optional.of(min),
        Optional.of(max),
        Optional.empty(),
        Optional.empty(),
        Set.of());
  }

  private static Person party(Person who, String party) {
    return new Person(
        who.id(),
        who.condition(),
        who.sizeMin(),
        who.sizeMax(),
        Optional.of(party),
        who.submittedAt(),
        who.avoids());
  }

  private static Person avoiding(Person who, String... others) {
    return new Person(
        who.id(),
        who.condition(),
        who.sizeMin(),
        who.sizeMax(),
        who.party(),
        who.submittedAt(),
        Set.of(others));
  }
}
