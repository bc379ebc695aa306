package dev.moim.application.member.service;

import dev.moim.application.member.port.in.LinkIdentity;
import dev.moim.application.member.port.in.SessionView;
import dev.moim.application.member.port.in.SignInWithProvider;
import dev.moim.application.member.port.out.Identities;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.Randomness;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Caller;
import dev.moim.domain.member.EmailAddress;
import dev.moim.domain.member.Identity;
import dev.moim.domain.member.MailedLink;
import dev.moim.domain.member.Member;
import dev.moim.domain.member.MemberError;
import dev.moim.domain.member.Nickname;
import dev.moim.domain.member.Person;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.DomainException;
import dev.moim.domain.shared.MemberId;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

final class IdentitiesService {
  /**
   * A nickname, address or account that was free a moment ago may be taken now, the latter two by
   * the same person's other attempt; then all is seen anew.
   */
  private static final int ATTEMPTS = 5;

  private static final Set<MemberError> TAKEN =
      Set.of(MemberError.NICKNAME_TAKEN, MemberError.EMAIL_TAKEN, MemberError.IDENTITY_TAKEN);

  private static final int SUFFIX_BYTES = 3;

  private final Members members;
  private final Identities identities;
  private final Sessions sessions;
  private final MemberSettings settings;
  private final SessionOpening opening;
  private final LinkMailing mailing;
  private final Transactions transactions;
  private final Outbox outbox;
  private final Ids ids;
  private final Randomness randomness;
  private final Clock clock;

  IdentitiesService(
      MemberPorts ports, MemberSettings settings, SessionOpening opening, LinkMailing mailing) {
    members = ports.store().members();
    identities = ports.store().identities();
    sessions = ports.store().sessions();
    this.settings = settings;
    this.opening = opening;
    this.mailing = mailing;
    transactions = ports.transactions();
    outbox = ports.outbox();
    ids = ports.ids();
    randomness = ports.randomness();
    clock = ports.clock();
  }

  SessionView signIn(SignInWithProvider.Command command) {
    for (int attempt = 1; ; attempt++) {
      try {
        return attempt(command);
      } catch (DomainException e) {
        if (!TAKEN.contains(e.code()) || attempt == ATTEMPTS) {
          throw e;
        }
      }
    }
  }

  private SessionView attempt(SignInWithProvider.Command command) {
    String refreshToken = opening.newToken();
    String suffix = HexFormat.of().formatHex(randomness.bytes(SUFFIX_BYTES));
    return transactions.write(() -> {
      Instant now = clock.now();
      Member member =
          identities
              .find(command.provider(), command.subject())
              .map(identity -> Accounts.of(members, identity.member()))
              .orElseGet(() -> join(command, suffix, now));
      return opening.open(member, refreshToken, command.origin(), now);
    });
  }

  private Member join(SignInWithProvider.Command command, String suffix, Instant now) {
    EmailAddress email =
        command
            .email()
            .map(EmailAddress::new)
            .orElseThrow(MemberError.NO_EMAIL_FROM_PROVIDER::exception);
    if (members.findByEmail(email).isPresent()) {
      throw MemberError.EMAIL_TAKEN.exception();
    }
    Person named =
        Person.named(nickname(command.name(), suffix), email, command.language(), settings.zone());
    Person person = command.emailVerified() ? named.withVerifiedEmail(email) : named;
    Member member = Member.signUp(new MemberId(ids.next()), person, now);
    Member.Snapshot stored = members.save(member);
    outbox.append(member.pullEvents());
    identities.add(new Identity(command.provider(), command.subject(), stored.id(), now));
    if (!command.emailVerified()) {
      mailing.request(stored.id(), MailedLink.Purpose.VERIFY_EMAIL, email, now);
    }
    return Member.restore(stored);
  }

  private Nickname nickname(String wanted, String suffix) {
    return Nickname.like(wanted)
        .filter(name -> members.findByNickname(name).isEmpty())
        .orElseGet(() -> Nickname.like(wanted, suffix));
  }

  /**
   * The member is read before the session, and saved with the link: a password reset that ends the
   * session overlooks no link, whenever it comes.
   */
  void link(LinkIdentity.Command command) {
    transactions.writeOnly(() -> {
      Instant now = clock.now();
      Member account = Accounts.of(members, command.caller().id());
      MemberId member =
          sessions
              .find(command.session())
              .filter(session -> session.isLive(now))
              .map(session -> session.snapshot().member())
              .filter(command.caller()::is)
              .orElseThrow(MemberError.SESSION_ENDED::exception);
      Optional<Identity> present = identities.find(command.provider(), command.subject());
      if (present.isEmpty()) {
        identities.add(new Identity(command.provider(), command.subject(), member, now));
        members.save(account);
      } else if (!present.get().member().equals(member)) {
        throw MemberError.IDENTITY_TAKEN.exception();
      }
    });
  }

  /** The member is saved with it: of two ways in that are given up at once, one must stay. */
  void unlink(Caller caller, String provider) {
    transactions.writeOnly(() -> {
      Member member = Accounts.of(members, caller);
      List<Identity> all = identities.of(caller.id());
      List<Identity> given =
          all.stream().filter(identity -> identity.provider().equals(provider)).toList();
      if (given.isEmpty()) {
        throw MemberError.IDENTITY_NOT_FOUND.exception();
      }
      if (member.person().password().isEmpty() && given.size() == all.size()) {
        throw MemberError.LAST_WAY_IN.exception();
      }
      given.forEach(identities::remove);
      members.save(member);
    });
  }

  List<Identity> list(Caller caller) {
    return transactions.read(() -> identities.of(caller.id()));
  }
}
