package dev.moim.application.member.service;

import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Pictures;
import dev.moim.application.shared.ReportableContent;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Person;
import dev.moim.domain.shared.MemberId;
import dev.moim.domain.shared.Origin;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Members, as far as they can be reported: for nickname and picture. Hiding takes the picture. */
final class ReportableMembers implements ReportableContent {
  private final Members members;
  private final Pictures pictures;
  private final Transactions transactions;

  ReportableMembers(MemberPorts ports) {
    members = ports.store().members();
    pictures = ports.store().pictures();
    transactions = ports.transactions();
  }

  @Override
  public String kind() {
    return "MEMBER";
  }

  @Override
  public Optional<Seen> seenBy(MemberId viewer, UUID id) {
    MemberId member = new MemberId(id);
    return transactions
        .read(() -> members.find(member))
        .filter(found -> found.snapshot().withdrawnAt().isEmpty())
        .flatMap(found -> found.snapshot().person())
        .map(person -> new Seen(member, "/members/" + member, texts(person)));
  }

  private static Map<String, String> texts(Person person) {
    Map<String, String> texts = new LinkedHashMap<>();
    texts.put("nickname", person.nickname().value());
    person.picture().ifPresent(picture -> texts.put("picture", picture.hex()));
    return texts;
  }

  @Override
  public void hide(UUID id, MemberId by, Origin origin, String reason) {
    MemberId member = new MemberId(id);
    transactions.writeOnly(() -> {
      pictures.remove(member);
      members
          .find(member)
          .filter(found -> found.snapshot().person().flatMap(Person::picture).isPresent())
          .ifPresent(found -> {
            found.showPicture(Optional.empty());
            members.save(found);
          });
    });
  }
}
