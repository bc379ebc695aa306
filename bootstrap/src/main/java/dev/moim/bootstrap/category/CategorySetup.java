package dev.moim.bootstrap.category;

import dev.moim.application.matching.service.MatchingSettings;
import dev.moim.domain.condition.Categories;

/** What is configured below {@code moim.categories}: the categories, and how each is matched. */
public record CategorySetup(Categories categories, MatchingSettings matching) {}
