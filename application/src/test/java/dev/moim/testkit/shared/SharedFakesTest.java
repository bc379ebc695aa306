package dev.moim.testkit.shared;

import dev.moim.application.room.port.out.Rooms;
import dev.moim.application.shared.Cache;
import dev.moim.application.shared.DeadLetters;
import dev.moim.application.shared.EventCodec;
import dev.moim.application.shared.IdempotentAnswers;
import dev.moim.application.shared.Ids;
import dev.moim.application.shared.Inbox;
import dev.moim.application.shared.Locks;
import dev.moim.application.shared.Outbox;
import dev.moim.application.shared.OutboxMessages;
import dev.moim.application.shared.Randomness;
import dev.moim.application.shared.RateLimits;
import dev.moim.application.shared.Transactions;
import dev.moim.application.shared.UsedOnce;
import dev.moim.domain.shared.Clock;
import dev.moim.domain.shared.MemberId;
import dev.moim.testkit.room.InMemoryRooms;
import java.time.Duration;
import org.junit.jupiter.api.Nested;

class SharedFakesTest {
  private final InMemoryStore store = new InMemoryStore();
  private final Transactions transactions = new InMemoryTransactions(store);
  private final SettableClock clock = new SettableClock();
  private final Ids ids = new SequentialIds();
  private final EventCodec codec = new RememberingEventCodec();
  private final InMemoryOutbox outbox = new InMemoryOutbox(store, codec, () -> {}, ids, clock);
  private final Rooms rooms = new InMemoryRooms(store);
  private final Inbox inbox = new InMemoryInbox(store, outbox, clock);
  private final DeadLetters deadLetters = new InMemoryDeadLetters(store);
  private final IdempotentAnswers answers = new InMemoryIdempotentAnswers(store);
  private final Locks locks = new LocalLocks();
  private final Cache<MemberId, String> cache = new MapCache<>();
  private final Randomness randomness = new SeededRandomness(42);

  @Nested
  class AsTransactions extends TransactionsContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected Rooms rooms() {
      return rooms;
    }
  }

  @Nested
  class AsOutbox extends OutboxContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected Outbox outbox() {
      return outbox;
    }

    @Override
    protected OutboxMessages messages() {
      return outbox;
    }

    @Override
    protected EventCodec codec() {
      return codec;
    }
  }

  @Nested
  class AsInbox extends InboxContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected Inbox inbox() {
      return inbox;
    }

    @Override
    protected Outbox outbox() {
      return outbox;
    }

    @Override
    protected OutboxMessages messages() {
      return outbox;
    }

    @Override
    protected SettableClock clock() {
      return clock;
    }
  }

  @Nested
  class AsDeadLetters extends DeadLettersContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected DeadLetters deadLetters() {
      return deadLetters;
    }
  }

  @Nested
  class AsIdempotentAnswers extends IdempotentAnswersContract {
    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected IdempotentAnswers answers() {
      return answers;
    }
  }

  @Nested
  class AsLocks extends LocksContract {
    @Override
    protected Locks locks() {
      return locks;
    }
  }

  @Nested
  class AsCache extends CacheContract {
    @Override
    protected Cache<MemberId, String> cache() {
      return cache;
    }
  }

  @Nested
  class AsEventCodec extends EventCodecContract {
    @Override
    protected EventCodec codec() {
      return codec;
    }
  }

  @Nested
  class AsIds extends IdsContract {
    @Override
    protected Ids ids() {
      return ids;
    }
  }

  @Nested
  class AsRandomness extends RandomnessContract {
    @Override
    protected Randomness randomness() {
      return randomness;
    }
  }

  @Nested
  class AsClock extends ClockContract {
    @Override
    protected Clock clock() {
      return clock;
    }
  }

  @Nested
  class AsRateLimits extends RateLimitsContract {
    private final RateLimits limits = new InMemoryRateLimits(clock);

    @Override
    protected RateLimits limits() {
      return limits;
    }

    @Override
    protected void pass(Duration time) {
      clock.advance(time);
    }
  }

  @Nested
  class AsUsedOnce extends UsedOnceContract {
    private final UsedOnce usedOnce = new InMemoryUsedOnce(clock);

    @Override
    protected UsedOnce usedOnce() {
      return usedOnce;
    }

    @Override
    protected void pass(Duration time) {
      clock.advance(time);
    }
  }
}
