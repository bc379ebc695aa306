package dev.moim.application.member.service;

import dev.moim.application.member.port.in.ExportOwnData;
import dev.moim.application.shared.PersonalData;
import java.util.List;

/** The file of everything about oneself, wired to what each context keeps. */
public record ExportUseCases(ExportOwnData exportOwnData) {
  /**
   * @param parts in the order of the file
   */
  public static ExportUseCases of(List<PersonalData> parts) {
    return new ExportUseCases(new ExportOwnDataService(parts));
  }
}
