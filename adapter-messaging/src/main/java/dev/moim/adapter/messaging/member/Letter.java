package dev.moim.adapter.messaging.member;

/** What somebody reads: one line, and plain text with lines ended by {@code \n}. */
record Letter(String subject, String body) {
  @Override
  public String toString() {
    return "Letter[" + subject + "]";
  }
}
