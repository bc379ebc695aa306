package dev.moim.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.ErrorCode;
import dev.moim.domain.shared.FieldError;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every rule against this project, and the documents against the code. */
class ArchitectureTest {
  private static final Repository REPOSITORY = new Repository();
  private static final House HOUSE = REPOSITORY.house();

  @ParameterizedTest
  @MethodSource("rules")
  void the_project_keeps(String rule) {
    Rules.named(rule).in(HOUSE).check(HOUSE.classes());
  }

  static List<String> rules() {
    return Rules.names();
  }

  @Test
  void no_dependency_between_contexts_is_declared_in_vain() {
    Contexts contexts = new Contexts(HOUSE);

    assertThat(contexts.linksInUse()).containsAll(contexts.linksDeclared());
  }

  @Test
  void the_page_on_the_architecture_shows_the_context_map_and_all_rules() throws IOException {
    String page = Files.readString(REPOSITORY.document("architecture.md"));

    assertThat(contextRows(page)).containsExactlyInAnyOrderElementsOf(declaredRows());
    assertThat(page).contains(Rules.names().stream().map(name -> "| `" + name + "` |").toList());
  }

  @Test
  void the_table_of_errors_tells_the_kind_of_each() {
    Map<String, String> documented =
        ErrorTable.read(REPOSITORY.document("errors.md")).rows().stream()
            .collect(Collectors.toMap(ErrorTable.Row::code, ErrorTable.Row::kind));

    Map<String, String> actual =
        errorCodes().collect(Collectors.toMap(ErrorCode::name, code -> code.kind().name()));

    assertThat(documented).isEqualTo(actual);
  }

  @Test
  void the_table_of_fields_tells_what_can_be_wrong_with_one() {
    List<String> documented = ErrorTable.read(REPOSITORY.document("errors.md")).fieldCodes();

    assertThat(documented)
        .contains("REQUIRED", "WRONG_LENGTH", "PARTY_TOO_LARGE")
        .containsExactlyInAnyOrderElementsOf(REPOSITORY.refusals().fieldCodes());
  }

  @Test
  void the_table_of_details_tells_the_members_of_each_error() {
    List<Refusals.Detail> documented = ErrorTable.read(REPOSITORY.document("errors.md")).details();

    assertThat(documented)
        .contains(
            new Refusals.Detail("ROOM_FULL", "capacity"),
            new Refusals.Detail("MEMBER_BLOCKED", "reason"),
            new Refusals.Detail("TOO_MANY_MAILS", "retryAfterSeconds"))
        .containsExactlyInAnyOrderElementsOf(REPOSITORY.refusals().details());
  }

  @Test
  void no_refusal_has_details_that_are_not_found_in_the_sources() {
    long refusals =
        HOUSE.classes().stream()
            .filter(HOUSE.main())
            .filter(type -> !type.isEquivalentTo(ErrorCode.class))
            .flatMap(type -> type.getCodeUnitCallsFromSelf().stream())
            .filter(call -> makesDetails(call.getTarget()))
            .count();

    assertThat(REPOSITORY.refusals().all()).hasSize((int) refusals);
  }

  private static boolean makesDetails(CodeUnitAccessTarget target) {
    return target.getName().equals("because")
        ? target.getOwner().isAssignableTo(ErrorCode.class)
        : target.getName().equals("<init>")
            && target.getOwner().isEquivalentTo(DomainException.class);
  }

  @Test
  void no_field_is_found_wrong_with_a_code_that_is_not_found_in_the_sources() {
    Set<String> toldCodes =
        HOUSE.classes().stream()
            .filter(HOUSE.main())
            .flatMap(type -> type.getCodeUnits().stream())
            .filter(ArchitectureTest::isToldTheCodeOfAField)
            .map(JavaCodeUnit::getFullName)
            .collect(Collectors.toSet());

    long places =
        HOUSE.classes().stream()
            .filter(HOUSE.main())
            .filter(type -> !type.isEquivalentTo(FieldError.class))
            .flatMap(type -> type.getCodeUnitCallsFromSelf().stream())
            .filter(call -> toldCodes.contains(call.getTarget().getFullName()))
            .filter(call -> !toldCodes.contains(call.getOrigin().getFullName()))
            .count();

    assertThat(REPOSITORY.refusals().fields()).hasSize((int) places);
  }

  /** Those that hand a code on are as good as the constructor; others have to say one. */
  private static boolean isToldTheCodeOfAField(JavaCodeUnit unit) {
    return unit.getOwner().isEquivalentTo(FieldError.class)
        ? unit.isConstructor()
        : Refusals.HANDING_ON.contains(unit.getName())
            && unit.getRawParameterTypes().stream()
                .anyMatch(type -> type.isEquivalentTo(String.class))
            && unit.getConstructorCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isEquivalentTo(FieldError.class));
  }

  @Test
  void errors_of_the_domain_have_one_status_for_each_kind() {
    Set<String> ofTheDomain =
        errorCodes()
            .filter(code -> code.getClass().getPackageName().startsWith("dev.moim.domain."))
            .map(ErrorCode::name)
            .collect(Collectors.toSet());

    Map<String, Set<Integer>> statuses =
        ErrorTable.read(REPOSITORY.document("errors.md")).rows().stream()
            .filter(row -> ofTheDomain.contains(row.code()))
            .collect(
                Collectors.groupingBy(
                    ErrorTable.Row::kind,
                    Collectors.mapping(ErrorTable.Row::status, Collectors.toSet())));

    assertThat(statuses).isNotEmpty();
    assertThat(statuses.values()).allSatisfy(status -> assertThat(status).hasSize(1));
  }

  private static Stream<ErrorCode> errorCodes() {
    return HOUSE.classes().stream()
        .filter(new ErrorCodes(HOUSE).enums())
        .map(JavaClass::reflect)
        .flatMap(type -> Stream.of(type.getEnumConstants()))
        .map(ErrorCode.class::cast);
  }

  /** The first, third and fourth cell of each row that tells of a context. */
  private static List<String> contextRows(String page) {
    return page.lines()
        .map(line -> line.split("\\|", -1))
        .filter(cells -> cells.length == 7 && cells[1].startsWith(" `"))
        .map(cells -> row(cells[1].replace("`", ""), cells[3], cells[4]))
        .toList();
  }

  private static List<String> declaredRows() {
    return HOUSE.contexts().contexts().values().stream()
        .filter(context -> !context.name().equals(ContextMap.SHARED))
        .map(context ->
            row(
                context.name(),
                String.join(",", context.uses()),
                String.join(",", context.hears())))
        .toList();
  }

  private static String row(String context, String uses, String hears) {
    return context.strip() + " uses " + sorted(uses) + " hears " + sorted(hears);
  }

  private static List<String> sorted(String names) {
    return Stream.of(names.split(",", -1)).map(String::strip).sorted().toList();
  }
}
