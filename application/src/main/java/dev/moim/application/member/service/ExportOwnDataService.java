package dev.moim.application.member.service;

import dev.moim.application.member.port.in.ExportOwnData;
import dev.moim.application.shared.PersonalData;
import dev.moim.domain.member.Caller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

final class ExportOwnDataService implements ExportOwnData {
  private final List<PersonalData> parts;

  ExportOwnDataService(List<PersonalData> parts) {
    this.parts = List.copyOf(parts);
  }

  @Override
  public Map<String, List<Map<String, Object>>> export(Caller caller) {
    Map<String, List<Map<String, Object>>> file = new LinkedHashMap<>();
    parts.forEach(part -> file.putAll(part.of(caller.id())));
    return file;
  }
}
