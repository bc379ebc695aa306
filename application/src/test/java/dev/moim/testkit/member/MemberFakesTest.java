package dev.moim.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.application.member.port.out.CommonPasswords;
import dev.moim.application.member.port.out.MemberMails;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Nicknames;
import dev.moim.application.member.port.out.PasswordHasher;
import dev.moim.application.member.port.out.RefreshSecrets;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.shared.Transactions;
import dev.moim.domain.member.Password;
import dev.moim.domain.member.PasswordHash;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.InMemoryTransactions;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class MemberFakesTest {
  private final InMemoryStore store = new InMemoryStore();
  private final Transactions transactions = new InMemoryTransactions(store);
  private final InMemoryMembers members = new InMemoryMembers(store);
  private final Sessions sessions = new InMemorySessions(store, members);
  private final PasswordHasher hasher = new FakePasswordHasher();

  @Nested
  class AsMembers extends MembersContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected Members members() {
      return members;
    }

    @Override
    protected Nicknames nicknames() {
      return members;
    }
  }

  @Nested
  class AsSessions extends SessionsContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected Sessions sessions() {
      return sessions;
    }
  }

  @Nested
  class AsPasswordHasher extends PasswordHasherContract {
    @Override
    protected PasswordHasher hasher() {
      return hasher;
    }

    @Override
    protected PasswordHash weakerHashOf(Password password) {
      return FakePasswordHasher.outdated(password);
    }
  }

  @Nested
  class AsCommonPasswords extends CommonPasswordsContract {
    @Override
    protected CommonPasswords passwords() {
      return new FewCommonPasswords();
    }
  }

  @Nested
  class AsMemberMails extends MemberMailsContract {
    private final RecordingMemberMails mails = new RecordingMemberMails();

    @Override
    protected MemberMails mails() {
      return mails;
    }

    @Override
    protected List<Delivered> delivered() {
      return mails.sent().stream()
          .map(mail ->
              new Delivered(
                  List.of(mail.to().value()),
                  mail.nickname() + mail.token().orElse("") + mail.reason().orElse("")))
          .toList();
    }

    @Test
    void the_next_mails_fail_as_often_as_the_test_says() {
      MemberMails.Mail mail = MailBuilder.aMail(MemberMails.Kind.WITHDRAWN).build();
      mails.failNext(2);

      assertThatThrownBy(() -> mails.send(mail)).isInstanceOf(RuntimeException.class);
      assertThatThrownBy(() -> mails.send(mail)).isInstanceOf(RuntimeException.class);
      mails.send(mail);

      assertThat(mails.sentTo(mail.to())).containsExactly(mail);
    }
  }

  @Nested
  class AsAccessTokens extends AccessTokensContract {
    @Override
    protected AccessTokens accessTokens() {
      return new FakeAccessTokens();
    }
  }

  @Nested
  class AsRefreshSecrets extends RefreshSecretsContract {
    @Override
    protected RefreshSecrets refreshSecrets() {
      return new FakeRefreshSecrets();
    }
  }
}
