package dev.moim.adapter.web.shared;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The error codes with which an endpoint's use case refuses, for the API's description. Those that
 * follow from its form (a body, a token, query parameters) are added by themselves.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {
  String[] value();
}
