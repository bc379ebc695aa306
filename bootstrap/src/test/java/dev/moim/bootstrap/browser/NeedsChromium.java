package dev.moim.bootstrap.browser;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Marks tests that are skipped, and say so, where no Chromium is installed. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsChromium.Condition.class)
@interface NeedsChromium {
  /** Looks for the browser and its driver. */
  final class Condition implements ExecutionCondition {
    private static final Logger log = LoggerFactory.getLogger(NeedsChromium.class);

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (Chromium.isInstalled()) {
        return ConditionEvaluationResult.enabled("Chromium is installed");
      }
      String reason =
          "Skipping %s: no %s and %s; on Debian: apt-get install chromium chromium-driver"
              .formatted(context.getDisplayName(), Chromium.BROWSER, Chromium.DRIVER);
      log.warn(reason);
      return ConditionEvaluationResult.disabled(reason);
    }
  }
}
