package dev.moim.domain.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.FieldError;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class CategoryTest {
  private static final Category CATEGORY = RandomConditions.CATEGORY;
  private static final FacetKey PLACE = RandomConditions.PLACE.key();
  private static final FacetKey LEVEL = RandomConditions.LEVEL.key();

  @Test
  void a_facet_left_out_or_empty_accepts_everything() {
    AllOf read =
        CATEGORY.read(
            Map.of(
                "place",
                new FacetInput.Choice(List.of("gaepo")),
                "level",
                new FacetInput.Choice(List.of())),
            Instant.MIN);

    assertThat(read).isEqualTo(new AllOf(Map.of(PLACE, new OneOf(List.of("gaepo")))));
  }

  @Test
  void every_wrong_field_is_named() {
    Map<String, FacetInput> input =
        Map.of(
            "place", new FacetInput.Choice(List.of("gaepo", "mars")),
            "level", new FacetInput.Span("3", "99"),
            "mo~od/y", new FacetInput.Span("1", "2"));

    assertThat(errors(() -> CATEGORY.read(input, Instant.MIN)))
        .extracting(FieldError::pointer)
        .containsExactlyInAnyOrder("/place/1", "/level/to", "/mo~0od~1y");
  }

  @Test
  void a_group_agrees_on_one_value_for_each_facet_or_on_nothing() {
    AllOf gaepo = new AllOf(Map.of(PLACE, new OneOf(List.of("gaepo"))));
    AllOf out = new AllOf(Map.of(PLACE, new OneOf(List.of("out")), LEVEL, new Range(2, 4)));

    assertThat(CATEGORY.agree(List.of(out, AllOf.ANYTHING)))
        .contains(new AllOf(Map.of(PLACE, new OneOf(List.of("out")), LEVEL, new Range(2, 2))));
    assertThat(CATEGORY.agree(List.of(gaepo, out))).isEmpty();
  }

  @Test
  void sizes_are_within_those_of_the_category() {
    assertThat(CATEGORY.size(2, 12)).isEqualTo(new GroupSize(2, 12));
    assertThat(errors(() -> CATEGORY.size(1, 13)))
        .extracting(FieldError::pointer)
        .containsExactly("/min", "/max");
    assertThat(errors(() -> CATEGORY.size(4, 3)))
        .containsExactly(new FieldError("/max", "EMPTY_RANGE"));
  }

  @Test
  void sizes_meet_where_they_overlap() {
    assertThat(new GroupSize(2, 4).meet(new GroupSize(3, 6))).contains(new GroupSize(3, 4));
    assertThat(new GroupSize(2, 3).meet(new GroupSize(4, 6))).isEmpty();
    assertThat(new GroupSize(2, 6).contains(new GroupSize(3, 6))).isTrue();
    assertThat(new GroupSize(2, 6).contains(new GroupSize(3, 7))).isFalse();
    assertThat(new GroupSize(3, 6).contains(new GroupSize(2, 6))).isFalse();
    assertThat(errors(() -> new GroupSize(5, 4)))
        .containsExactly(new FieldError("/max", "EMPTY_RANGE"));
  }

  @Test
  void a_category_is_consistent_in_itself() {
    for (Duration patience : List.of(Duration.ofMinutes(4), Duration.ofHours(25))) {
      assertThatIllegalArgumentException().isThrownBy(() -> category(List.of(), 4, patience));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> category(List.of(), 13, Duration.ofHours(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            category(
                List.of(RandomConditions.PLACE, RandomConditions.PLACE), 4, Duration.ofHours(1)));
    assertThatIllegalArgumentException().isThrownBy(() -> new CategoryKey("Not a key"));
    assertThatIllegalArgumentException().isThrownBy(() -> new FacetKey("Not a key"));
    assertThatIllegalArgumentException().isThrownBy(() -> new LocalizedName(" ", "name"));
  }

  @Test
  void categories_are_found_by_name_and_configured_once() {
    var categories = new Categories(List.of(CATEGORY));

    assertThat(categories.named("any")).isEqualTo(CATEGORY);
    assertThat(categories.get(CATEGORY.key())).isEqualTo(CATEGORY);
    assertThat(categories.find(CATEGORY.key())).contains(CATEGORY);
    assertThat(categories.find(new CategoryKey("golf"))).isEmpty();
    assertThat(categories.all()).containsExactly(CATEGORY);
    for (ThrowingCallable asked :
        List.<ThrowingCallable>of(
            () -> categories.named("golf"), () -> categories.get(new CategoryKey("golf")))) {
      assertThatThrownBy(asked)
          .isInstanceOfSatisfying(
              DomainException.class,
              e -> {
                assertThat(e.code()).isEqualTo(ConditionError.UNKNOWN_CATEGORY);
                assertThat(e.details()).containsEntry("category", "golf");
              });
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Categories(List.of(CATEGORY, CATEGORY)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Categories(List.of()));
  }

  @Test
  void conditions_are_never_empty() {
    assertThatIllegalArgumentException().isThrownBy(() -> new OneOf(List.of()));
    assertThatIllegalArgumentException().isThrownBy(() -> new Range(2, 1));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimeWindow(Instant.EPOCH, Instant.EPOCH, Duration.ofMinutes(1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new TimeWindow(Instant.EPOCH, Instant.MAX, Duration.ZERO));
  }

  private static Category category(List<Facet> facets, int usualSize, Duration patience) {
    return new Category(
        CATEGORY.key(), CATEGORY.name(), facets, CATEGORY.sizes(), usualSize, patience);
  }

  private static List<FieldError> errors(ThrowingCallable call) {
    return catchThrowableOfType(DomainException.class, call).fieldErrors();
  }
}
