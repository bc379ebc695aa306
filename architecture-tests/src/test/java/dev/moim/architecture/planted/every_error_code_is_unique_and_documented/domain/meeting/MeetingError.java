package dev.moim.architecture.planted.every_error_code_is_unique_and_documented.domain.meeting;

import dev.moim.architecture.planted.Planted;
import dev.moim.architecture.planted.every_error_code_is_unique_and_documented.domain.shared.ErrorCode;

/** Has a code that another context has too. */
@Planted
enum MeetingError implements ErrorCode {
  NOT_FOUND
}
