package dev.moim.application.member.service;

import dev.moim.application.member.port.in.AppointAdmin;
import dev.moim.application.member.port.in.CountAdmins;
import dev.moim.application.member.port.in.GrantRole;
import dev.moim.application.member.port.in.InspectMember;
import dev.moim.application.member.port.in.ListMembers;
import dev.moim.application.member.port.in.ListWarnings;
import dev.moim.application.member.port.in.WarnMember;
import dev.moim.application.member.port.in.WithdrawWarning;

/** What managers, admins and the operator do with members, wired to its ports. */
public record AdministrationUseCases(
    ListMembers listMembers,
    InspectMember inspectMember,
    GrantRole grantRole,
    AppointAdmin appointAdmin,
    CountAdmins countAdmins,
    WarnMember warnMember,
    WithdrawWarning withdrawWarning,
    ListWarnings listWarnings) {
  public static AdministrationUseCases of(MemberServices services) {
    var viewing = services.viewing();
    var roles =
        new RolesService(
            services.ports(),
            services.passwords(),
            services.admins(),
            services.signUp(),
            services.opening());
    var warnings = new WarningsService(services.ports(), services.settings(), services.opening());
    return new AdministrationUseCases(
        viewing::list,
        viewing::inspect,
        roles::grant,
        roles::appoint,
        roles::count,
        warnings::warn,
        warnings::withdraw,
        warnings::list);
  }
}
