package dev.moim.testkit.condition;

import static dev.moim.testkit.condition.CategoryBuilder.aCategory;

import dev.moim.domain.condition.Categories;
import dev.moim.domain.condition.Category;
import java.time.Duration;
import java.util.List;

/** The categories that ship as defaults, in code for tests. */
public final class SampleCategories {
  public static final Category MEAL =
      aCategory()
          .key("meal")
          .options("place", "seocho", "gaepo", "out")
          .optionsAtHours(
              "time",
              "breakfast",
              "07:00-09:30",
              "lunch",
              "11:30-13:30",
              "afternoon",
              "14:00-17:00",
              "dinner",
              "17:30-20:30",
              "midnight",
              "22:00-01:00")
          .options("way", "delivery", "eat-out", "take-out")
          .sizes(2, 4)
          .patience(Duration.ofMinutes(30))
          .build();

  public static final Category STUDY =
      aCategory()
          .key("study")
          .options("place", "seocho", "gaepo", "out")
          .options("subject", "inner-circle", "outer-circle")
          .levels("level", 0, 21)
          .sizes(2, 6)
          .usualSize(4)
          .patience(Duration.ofHours(2))
          .build();

  public static final Category EXERCISE =
      aCategory()
          .key("exercise")
          .options("place", "seocho", "gaepo", "out")
          .options("sport", "football", "running", "climbing", "badminton")
          .levels("level", 1, 5)
          .window("when", Duration.ofMinutes(60))
          .sizes(2, 12)
          .usualSize(4)
          .patience(Duration.ofHours(24))
          .build();

  public static final Categories ALL = new Categories(List.of(MEAL, STUDY, EXERCISE));

  private SampleCategories() {}
}
