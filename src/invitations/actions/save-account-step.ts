import { Injectable } from '@nestjs/common';
import {
  CheckCredentials,
  FindAccountByEmail,
  identityProblems,
  NewPassword,
  NO_PASSWORD,
  normalisedEmail,
} from '../../identity/index.js';
import { Problem } from '../../kernel/problem.js';
import { FindRegistration, type RegistrationInProgress } from './find-registration.js';
import { KeepStep, stepNotValid } from './keep-step.js';

export interface AccountTyped {
  readonly familyName: string;
  readonly email: string;
  readonly password: string;
  /** Not needed where the password of an existing account is given. */
  readonly passwordConfirmation: string | null;
  /** Network address of who types. */
  readonly address: string;
}

/** « Compte famille »: chooses the password, or proves that the account of this address is one's own. */
@Injectable()
export class SaveAccountStep {
  constructor(
    private readonly findRegistration: FindRegistration,
    private readonly findAccount: FindAccountByEmail,
    private readonly checkCredentials: CheckCredentials,
    private readonly newPassword: NewPassword,
    private readonly keepStep: KeepStep,
  ) {}

  /** Throws REGISTRATION_NOT_FOUND, STEP_NOT_VALID, WEAK_PASSWORD, WRONG_PASSWORD, TOO_MANY_REQUESTS. */
  async run(token: string, typed: AccountTyped): Promise<void> {
    const open = await this.findRegistration.run(token);
    if (normalisedEmail(typed.email) !== open.invitation.email) {
      throw stepNotValid([
        { field: 'email', message: `gardez l’adresse à laquelle l’invitation est arrivée : ${open.invitation.email}.` },
      ]);
    }
    const account = await this.findAccount.run(open.invitation.email);
    const exists = account !== null && account.passwordHash !== NO_PASSWORD;
    const proof = exists ? await this.existing(open, typed) : await this.created(open, typed);
    await this.keepStep.run(open.registration, {
      accountStep: { familyName: typed.familyName, accountId: proof.accountId },
      passwordHash: proof.passwordHash,
    });
  }

  private async existing({ invitation }: RegistrationInProgress, { password, address }: AccountTyped) {
    try {
      const { id } = await this.checkCredentials.run({ email: invitation.email, password, address });
      return { accountId: id, passwordHash: null };
    } catch (error) {
      // 401 would tell the wizard that it is not signed in.
      if (!(error instanceof Problem && error.code === identityProblems.SIGN_IN_REFUSED.code)) throw error;
      throw identityProblems.WRONG_PASSWORD(
        'Vous avez déjà un compte à cette adresse : donnez son mot de passe, ou choisissez « J’ai oublié mon mot de passe » puis revenez.',
        { errors: [{ field: 'password', message: 'ce n’est pas le mot de passe de votre compte.' }] },
      );
    }
  }

  private async created({ invitation, guardian }: RegistrationInProgress, typed: AccountTyped) {
    if (typed.password !== typed.passwordConfirmation) {
      throw stepNotValid([{ field: 'passwordConfirmation', message: 'saisissez deux fois le même mot de passe.' }]);
    }
    const { firstName, lastName } = guardian;
    return {
      accountId: null,
      passwordHash: await this.newPassword.run(typed.password, { email: invitation.email, firstName, lastName }),
    };
  }
}
