package dev.moim.adapter.web.shared;

import dev.moim.domain.shared.DomainException;
import java.net.SocketTimeoutException;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/**
 * Answers with a problem what Tomcat refuses before any filter of ours has a say, such as a path
 * with an encoded slash, or a body of which nothing comes. Otherwise it would be a page of Tomcat's
 * own.
 */
final class ContainerProblems extends ErrorReportValve {
  private final Problems problems;

  ContainerProblems(Problems problems) {
    this.problems = problems;
  }

  @Override
  protected void report(Request request, Response response, @Nullable Throwable failure) {
    int status = response.getStatus();
    boolean due = status >= 400 && response.getContentWritten() == 0;
    DomainException refusal =
        failure instanceof ClientAbortException
                && failure.getCause() instanceof SocketTimeoutException
            ? WebError.BODY_TOO_SLOW.exception()
            : ContainerErrors.of(status, request);
    if (due && response.setErrorReported()) {
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setHeader("Cache-Control", "no-store");
      problems.write(request, response, refusal);
    }
  }
}
