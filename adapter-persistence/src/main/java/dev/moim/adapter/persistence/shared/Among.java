package dev.moim.adapter.persistence.shared;

import java.util.Collection;
import java.util.List;
import org.hibernate.query.CommonQueryContract;

/**
 * The condition that a column has one of some values. One alone is compared with: a statement with
 * a list Hibernate translates anew each time that it is sent.
 */
public final class Among {
  private final List<?> values;

  private Among(Collection<?> values) {
    this.values = List.copyOf(values);
  }

  /** At least one value. */
  public static Among of(Collection<?> values) {
    return new Among(values);
  }

  /** What stands behind the column, with a name for the values. */
  public String as(String name) {
    return (values.size() == 1 ? " = :" : " in :") + name;
  }

  /** Gives the values of that name to a query. */
  public <Q extends CommonQueryContract> Q set(Q query, String name) {
    if (values.size() == 1) {
      query.setParameter(name, values.getFirst());
    } else {
      query.setParameterList(name, values);
    }
    return query;
  }
}
