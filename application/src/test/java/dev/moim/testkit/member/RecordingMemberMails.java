package dev.moim.testkit.member;

import dev.moim.application.member.port.out.MemberMails;
import dev.moim.domain.member.EmailAddress;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Mails that are only written down; some can be told to fail. */
public final class RecordingMemberMails implements MemberMails {
  private final List<Mail> sent = new CopyOnWriteArrayList<>();
  private final AtomicInteger failures = new AtomicInteger();

  @Override
  public void send(Mail mail) {
    if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
      throw new IllegalStateException("the mail server is away, as the test asked");
    }
    sent.add(mail);
  }

  /** Lets the next mails, that many, fail. */
  public void failNext(int times) {
    failures.set(times);
  }

  /** The mails that did not fail, the first one first. */
  public List<Mail> sent() {
    return List.copyOf(sent);
  }

  public List<Mail> sentTo(EmailAddress address) {
    return sent.stream().filter(mail -> mail.to().equals(address)).toList();
  }
}
