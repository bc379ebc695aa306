package dev.moim.application.member.service;

import dev.moim.application.member.port.in.ChangePassword;
import dev.moim.application.member.port.in.CheckActive;
import dev.moim.application.member.port.in.ConfirmEmail;
import dev.moim.application.member.port.in.EditProfile;
import dev.moim.application.member.port.in.EraseWithdrawnMembers;
import dev.moim.application.member.port.in.FindMember;
import dev.moim.application.member.port.in.NameMembers;
import dev.moim.application.member.port.in.RemovePicture;
import dev.moim.application.member.port.in.RequestEmailChange;
import dev.moim.application.member.port.in.RequestEmailVerification;
import dev.moim.application.member.port.in.SetPicture;
import dev.moim.application.member.port.in.SignUp;
import dev.moim.application.member.port.in.UndoWithdrawal;
import dev.moim.application.member.port.in.ViewMember;
import dev.moim.application.member.port.in.ViewOwnAccount;
import dev.moim.application.member.port.in.ViewPicture;
import dev.moim.application.member.port.in.Withdraw;
import dev.moim.application.shared.EventConsumer;
import dev.moim.application.shared.PersonalData;
import dev.moim.application.shared.ReportableContent;

/**
 * What members do with their own accounts, and what they see of others, wired to its ports.
 *
 * @param mailer mails members as events come in
 * @param reportable members, as content that can be reported and hidden
 */
public record MemberUseCases(
    SignUp signUp,
    ViewOwnAccount viewOwnAccount,
    EditProfile editProfile,
    ChangePassword changePassword,
    RequestEmailVerification requestEmailVerification,
    RequestEmailChange requestEmailChange,
    ConfirmEmail confirmEmail,
    SetPicture setPicture,
    RemovePicture removePicture,
    ViewPicture viewPicture,
    ViewMember viewMember,
    Withdraw withdraw,
    UndoWithdrawal undoWithdrawal,
    EraseWithdrawnMembers eraseWithdrawnMembers,
    NameMembers nameMembers,
    CheckActive checkActive,
    FindMember findMember,
    EventConsumer mailer,
    PersonalData personalData,
    ReportableContent reportable) {
  public static MemberUseCases of(MemberServices services) {
    var viewing = services.viewing();
    var editing = services.editing();
    var emails = services.emailLinks();
    var pictures = new PicturesService(services.ports());
    var withdrawing = services.withdrawing();
    return new MemberUseCases(
        services.signUp(),
        viewing::own,
        editing::edit,
        editing::change,
        emails::requestVerification,
        emails::requestChange,
        emails::confirm,
        pictures::set,
        pictures::remove,
        pictures::view,
        (caller, member) -> viewing.profile(member),
        withdrawing::withdraw,
        withdrawing::undo,
        withdrawing::erase,
        viewing::names,
        viewing::isActive,
        viewing::named,
        new MemberMailer(services.ports()).consumer(),
        new MemberPersonalData(services.ports()),
        new ReportableMembers(services.ports()));
  }
}
