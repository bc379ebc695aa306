package dev.moim.adapter.web.condition;

import dev.moim.adapter.web.shared.Open;
import dev.moim.domain.condition.Categories;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The categories of this community. */
@RestController
@RequestMapping(path = "/api/v1/categories", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Categories")
class CategoryController {
  /** All categories, in configured order. */
  record CategoryList(List<CategoryResponse> items) {}

  private final CategoryList all;

  CategoryController(Categories categories) {
    all = new CategoryList(categories.all().stream().map(CategoryResponse::of).toList());
  }

  @GetMapping
  @Open
  @Operation(summary = "All categories, with the facets that a condition may name")
  CategoryList list() {
    return all;
  }
}
