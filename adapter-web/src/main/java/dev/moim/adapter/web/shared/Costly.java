package dev.moim.adapter.web.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.Locale;

/**
 * Says that requests to an endpoint cost more than others: besides the ordinary bucket they take
 * from one that all endpoints of the same kind share.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Costly {
  Kind value();

  /** What makes requests costly; each kind has its limit among the settings. */
  enum Kind {
    SIGN_UP,
    SIGN_IN,
    /** Sends a mail to whatever address the request names. */
    MAIL,
    UPLOAD,
    SEARCH;

    /** As in settings and headers, such as {@code sign-up}. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
