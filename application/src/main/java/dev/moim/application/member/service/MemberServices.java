package dev.moim.application.member.service;

/** What the families of use cases about members share; made once, then handed to each of them. */
public final class MemberServices {
  private final MemberPorts ports;
  private final MemberSettings settings;
  private final Passwords passwords;
  private final SignInThrottle throttle;
  private final SessionOpening opening;
  private final LinkMailing mailing;
  private final Admins admins;
  private final SignUpService signUp;
  private final EditAccountService editing;
  private final EmailLinksService emailLinks;
  private final WithdrawalService withdrawing;
  private final ViewMembersService viewing;

  private MemberServices(MemberPorts ports, MemberSettings settings) {
    this.ports = ports;
    this.settings = settings;
    passwords =
        new Passwords(
            ports.secrets().hasher(), ports.secrets().commonPasswords(), ports.randomness());
    throttle = new SignInThrottle(ports.attempts(), settings, ports.clock());
    opening = new SessionOpening(ports);
    mailing = new LinkMailing(ports);
    admins = new Admins(ports.store().members(), ports.clock());
    var confirmation = new Confirmation(passwords, throttle);
    signUp = new SignUpService(ports, settings, passwords, mailing);
    editing = new EditAccountService(ports, passwords, confirmation, opening);
    emailLinks = new EmailLinksService(ports, mailing, passwords, confirmation, opening);
    withdrawing = new WithdrawalService(ports, admins, confirmation, opening);
    viewing = new ViewMembersService(ports);
  }

  public static MemberServices of(MemberPorts ports, MemberSettings settings) {
    return new MemberServices(ports, settings);
  }

  MemberPorts ports() {
    return ports;
  }

  MemberSettings settings() {
    return settings;
  }

  Passwords passwords() {
    return passwords;
  }

  SignInThrottle throttle() {
    return throttle;
  }

  SessionOpening opening() {
    return opening;
  }

  LinkMailing mailing() {
    return mailing;
  }

  Admins admins() {
    return admins;
  }

  SignUpService signUp() {
    return signUp;
  }

  EditAccountService editing() {
    return editing;
  }

  EmailLinksService emailLinks() {
    return emailLinks;
  }

  WithdrawalService withdrawing() {
    return withdrawing;
  }

  ViewMembersService viewing() {
    return viewing;
  }
}
