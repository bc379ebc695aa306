package dev.moim.architecture.planted.every_error_code_is_unique_and_documented.domain.member;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.every_error_code_is_unique_and_documented.domain.shared.ErrorCode;

/** Has a code that nobody has written about. */
@Planted
enum MemberError implements ErrorCode {
  UNDOCUMENTED
}
