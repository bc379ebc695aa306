package dev.moim.testkit.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.application.member.port.out.CommonPasswords;
import dev.moim.application.member.port.out.Identities;
import dev.moim.application.member.port.out.LinkTokens;
import dev.moim.application.member.port.out.MailedLinks;
import dev.moim.application.member.port.out.MemberDirectory;
import dev.moim.application.member.port.out.MemberMails;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Nicknames;
import dev.moim.application.member.port.out.PasswordHasher;
import dev.moim.application.member.port.out.PersonalBlocks;
import dev.moim.application.member.port.out.PictureReader;
import dev.moim.application.member.port.out.Pictures;
import dev.moim.application.member.port.out.RefreshSecrets;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.member.port.out.SignInAttempts;
import dev.moim.application.member.port.out.Standings;
import dev.moim.application.member.port.out.Warnings;
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
  private final InMemorySessions sessions = new InMemorySessions(store, members);
  private final MailedLinks links = new InMemoryMailedLinks(store);
  private final Warnings warnings = new InMemoryWarnings(store);
  private final Identities identities = new InMemoryIdentities(store);
  private final PersonalBlocks blocks = new InMemoryPersonalBlocks(store);
  private final Pictures pictures = new InMemoryPictures(store);
  private final SignInAttempts attempts = new InMemorySignInAttempts();
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

  @Nested
  class AsMemberDirectory extends MemberDirectoryContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected MemberDirectory directory() {
      return members;
    }

    @Override
    protected Members members() {
      return members;
    }
  }

  @Nested
  class AsStandings extends StandingsContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected Standings standings() {
      return sessions;
    }

    @Override
    protected Sessions sessions() {
      return sessions;
    }

    @Override
    protected Members members() {
      return members;
    }
  }

  @Nested
  class AsMailedLinks extends MailedLinksContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected MailedLinks links() {
      return links;
    }
  }

  @Nested
  class AsWarnings extends WarningsContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected Warnings warnings() {
      return warnings;
    }
  }

  @Nested
  class AsIdentities extends IdentitiesContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected Identities identities() {
      return identities;
    }
  }

  @Nested
  class AsPersonalBlocks extends PersonalBlocksContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected PersonalBlocks blocks() {
      return blocks;
    }
  }

  @Nested
  class AsPictures extends PicturesContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected Pictures pictures() {
      return pictures;
    }
  }

  @Nested
  class AsSignInAttempts extends SignInAttemptsContract {
    @Override
    protected SignInAttempts attempts() {
      return attempts;
    }
  }

  @Nested
  class AsLinkTokens extends LinkTokensContract {
    @Override
    protected LinkTokens linkTokens() {
      return new FakeLinkTokens();
    }
  }

  @Nested
  class AsPictureReader extends PictureReaderContract {
    @Override
    protected PictureReader reader() {
      return new FakePictureReader();
    }
  }
}
