package dev.moim.application.member.port.in;

import dev.moim.domain.member.Caller;
import dev.moim.domain.member.Identity;
import java.util.List;

/** Lists the accounts elsewhere through which one signs in. */
@FunctionalInterface
public interface ListIdentities {
  List<Identity> list(Caller caller);
}
