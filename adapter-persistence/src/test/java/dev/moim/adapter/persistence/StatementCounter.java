package dev.moim.adapter.persistence;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Counts what is sent to a database: each execution of a statement, a batch of them as one. */
final class StatementCounter {
  /** A statement with the values that it was executed with. */
  record Sent(String sql, List<Setting> values) {
    Sent {
      values = List.copyOf(values);
    }

    /** Gives another statement the same values. */
    void bind(PreparedStatement statement) throws SQLException {
      for (Setting value : values) {
        try {
          value.setter.invoke(statement, value.arguments.toArray());
        } catch (ReflectiveOperationException e) {
          throw new SQLException(e);
        }
      }
    }
  }

  record Setting(Method setter, List<@Nullable Object> arguments) {}

  private final List<Sent> sent = Collections.synchronizedList(new ArrayList<>());
  private final AtomicReference<@Nullable Runnable> next = new AtomicReference<>();

  /** Has something done once the next statement has been executed, before its results are read. */
  void afterNext(Runnable work) {
    next.set(work);
  }

  DataSource counting(DataSource target) {
    return proxy(
        DataSource.class,
        target,
        (method, result, args) ->
            result instanceof Connection connection ? counting(connection) : result);
  }

  /** What was sent while the work ran. */
  List<String> during(Runnable work) {
    return sentDuring(work).stream().map(Sent::sql).toList();
  }

  /** What was sent while the work ran, with values. */
  List<Sent> sentDuring(Runnable work) {
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
    List<Setting> values = new ArrayList<>();
    return proxy(
        PreparedStatement.class,
        target,
        (method, result, args) -> {
          if (method.getName().startsWith("set") && args.length > 1) {
            values.add(new Setting(method, Arrays.asList(args)));
          } else if (method.getName().startsWith("execute")) {
            sent.add(new Sent(sql, values));
            Runnable work = next.getAndSet(null);
            if (work != null) {
              work.run();
            }
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
