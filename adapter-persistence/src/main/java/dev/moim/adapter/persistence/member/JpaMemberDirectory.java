package dev.moim.adapter.persistence.member;

import dev.moim.adapter.persistence.shared.CurrentSession;
import dev.moim.adapter.persistence.shared.Limit;
import dev.moim.application.member.port.out.MemberDirectory;
import dev.moim.application.shared.Page;
import dev.moim.application.shared.PageRequest;
import dev.moim.application.shared.Position;
import dev.moim.domain.member.Member;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.query.SelectionQuery;

/** Lists members from an index, at the cost of the page. */
final class JpaMemberDirectory implements MemberDirectory {
  private static final String LATEST_FIRST = "m.joinedAt desc, m.id desc";

  private final CurrentSession current;

  JpaMemberDirectory(CurrentSession current) {
    this.current = current;
  }

  @Override
  public Page<Member.Snapshot> list(Filter filter, PageRequest page) {
    List<Member.Snapshot> found =
        select(filter, page).getResultList().stream().map(MemberMapper::read).toList();
    return Page.of(
        found, page.limit(), member -> new Position(member.joinedAt(), member.id().value()));
  }

  private SelectionQuery<MemberRow> select(Filter filter, PageRequest page) {
    List<String> conditions = new ArrayList<>();
    Map<String, Object> values = new HashMap<>();
    conditions.add("m.nicknameKey is not null");
    filter
        .nickname()
        .ifPresent(nickname -> {
          conditions.add("m.nicknameKey = :nickname");
          values.put("nickname", MemberMapper.key(nickname));
        });
    filter
        .email()
        .ifPresent(email -> {
          conditions.add("m.emailKey = :email");
          values.put("email", MemberMapper.key(email));
        });
    filter
        .role()
        .ifPresent(role -> {
          conditions.add("m.role = :role");
          values.put("role", role.name());
        });
    page.after()
        .ifPresent(position -> {
          conditions.add("m.joinedAt <= :at and (m.joinedAt < :at or m.id < :id)");
          values.put("at", position.at());
          values.put("id", position.id());
        });
    // The role stands in the order only to let every database see that the index has that order.
    String order = filter.role().isPresent() ? "m.role, " + LATEST_FIRST : LATEST_FIRST;
    SelectionQuery<MemberRow> select =
        current
            .reading()
            .createSelectionQuery(
                "from MemberRow m where "
                    + String.join(" and ", conditions)
                    + " order by "
                    + order
                    + Limit.of(page.limit() + 1),
                MemberRow.class);
    values.forEach(select::setParameter);
    return select;
  }
}
