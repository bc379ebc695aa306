package dev.moim.application.member.service;

import dev.moim.application.member.port.in.MemberView;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.PictureReader;
import dev.moim.application.member.port.out.Pictures;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.PictureTag;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import java.util.Optional;

final class PicturesService {
  private final Members members;
  private final Pictures pictures;
  private final PictureReader reader;
  private final Transactions transactions;
  private final Clock clock;

  PicturesService(MemberPorts ports) {
    members = ports.store().members();
    pictures = ports.store().pictures();
    reader = ports.pictureReader();
    transactions = ports.transactions();
    clock = ports.clock();
  }

  MemberView set(Caller caller, byte[] file) {
    byte[] png = reader.read(file);
    PictureTag tag = new PictureTag(Tokens.sha256(png));
    return transactions.write(() -> {
      pictures.put(caller.id(), png);
      return show(caller, Optional.of(tag));
    });
  }

  MemberView remove(Caller caller) {
    return transactions.write(() -> {
      pictures.remove(caller.id());
      return show(caller, Optional.empty());
    });
  }

  private MemberView show(Caller caller, Optional<PictureTag> tag) {
    Member member = Accounts.of(members, caller);
    member.showPicture(tag);
    return MemberView.of(members.save(member), clock.now());
  }

  byte[] view(Caller viewer, MemberId id) {
    return transactions
        .read(() ->
            members
                .find(id)
                .filter(member -> member.snapshot().withdrawnAt().isEmpty() || viewer.is(id))
                .flatMap(member -> pictures.find(id)))
        .orElseThrow(MemberError.PICTURE_NOT_FOUND::exception);
  }
}
