package dev.moim.adapter.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts what is sent to a database: each execution of a statement, a batch of them as one. */
final class StatementCounter {
  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());

  DataSource counting(DataSource target) {
    return proxy(
        DataSource.class,
        target,
        (method, result, args) ->
            result instanceof Connection connection ? counting(connection) : result);
  }

  /** What was sent while the work ran. */
  List<String> during(Runnable work) {
    sent.clear();
    work.run();
    return List.copyOf(sent);
  }

  private Connection counting(Connection target) {
    return proxy(
        Connection.class,
        target,
        (method, result, args) ->
            result instanceof PreparedStatement statement && args.length > 0
                ? counting(statement, String.valueOf(args[0]))
                : result);
  }

  private PreparedStatement counting(PreparedStatement target, String sql) {
    return proxy(
        PreparedStatement.class,
        target,
        (method, result, args) -> {
          if (method.getName().startsWith("execute")) {
            sent.add(sql);
          }
          return result;
        });
  }

  private interface Around {
    @Nullable Object after(Method method, @Nullable Object result, @Nullable Object[] args);
  }

  private static <T> T proxy(Class<T> type, T target, Around around) {
    Object proxy =
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type, AutoCloseable.class},
            (self, method, args) -> {
              @Nullable Object[] given = args == null ? new Object[0] : args;
              try {
                return around.after(method, method.invoke(target, given), given);
              } catch (InvocationTargetException e) {
                throw e.getTargetException();
              }
            });
    return type.cast(proxy);
  }
}
