package dev.moim.adapter.web.shared;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * What only Tomcat can do with a body: look whether more of it has come without waiting for that,
 * and not read on, before it closes the connection, what was refused for coming too slowly.
 */
final class ContainerBodies extends ValveBase {
  private static final String ATTRIBUTE = ContainerBodies.class.getName();

  ContainerBodies() {
    super(true);
  }

  /** Has the request's stream know as available what has come since it was last read. */
  static void look(HttpServletRequest request) {
    if (request.getAttribute(ATTRIBUTE) instanceof Runnable look) {
      look.run();
    }
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    org.apache.coyote.Request received = request.getCoyoteRequest();
    Runnable look = () -> received.action(ActionCode.AVAILABLE, true);
    request.setAttribute(ATTRIBUTE, look);
    getNext().invoke(request, response);
    if (response.getStatus() == HttpServletResponse.SC_REQUEST_TIMEOUT) {
      received.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
  }
}
