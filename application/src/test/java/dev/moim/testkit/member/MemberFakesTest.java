package dev.moim.testkit.member;

import dev.moim.application.member.port.out.AccessTokens;
import dev.moim.application.member.port.out.Members;
import dev.moim.application.member.port.out.Nicknames;
import dev.moim.application.member.port.out.PasswordHasher;
import dev.moim.application.member.port.out.RefreshSecrets;
import dev.moim.application.member.port.out.Sessions;
import dev.moim.application.shared.Transactions;
import dev.moim.testkit.shared.InMemoryStore;
import dev.moim.testkit.shared.InMemoryTransactions;
import org.junit.jupiter.api.Nested;

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
