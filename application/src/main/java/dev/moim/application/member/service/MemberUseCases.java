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
import dev.moim.domain.member.MemberEvent;

/**
 * What members do with their own accounts, and what they see of others, wired to its ports.
 *
 * @param mailer mails members as events come in, and in the end forgets what could not be mailed
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
        mailing(new MemberMailer(services.ports()), new UnhandledMessages(services.ports())),
        new MemberPersonalData(services.ports()),
        new ReportableMembers(services.ports()));
  }

  /**
   * One consumer for both, since within one there is an order: what could not be handled is
   * forgotten after all mails to the member, of which none can fail any more.
   */
  private static EventConsumer mailing(MemberMailer mailer, UnhandledMessages unhandled) {
    return EventConsumer.named("member-mails")
        .retrying(MemberMailer.PATIENT)
        .on(MemberEvent.LinkRequested.class, (id, e) -> mailer.sendLink(e))
        .on(MemberEvent.EmailChanged.class, (id, e) -> mailer.tellFormer(e))
        .on(MemberEvent.PasswordChanged.class, (id, e) -> mailer.tell(e))
        .on(MemberEvent.TokensRevoked.class, (id, e) -> mailer.tell(e))
        .on(MemberEvent.MemberWarned.class, (id, e) -> mailer.tell(e))
        .on(MemberEvent.MemberWithdrew.class, (id, e) -> mailer.tell(e))
        .on(MemberEvent.MemberErased.class, (id, e) -> unhandled.forget(e))
        .build();
  }
}
