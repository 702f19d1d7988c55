import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { FindFamilies } from '../../families/index.js';
import { dateIn } from '../../kernel/civil-time.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { httpProblems } from '../../platform/http/problems.js';
import { Throttle, type ThrottleRule } from '../../platform/http/throttle.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { Vault } from '../../platform/secrets/vault.js';
import { maskedIban } from '../../sepa/rules/index.js';
import type { MandateRow } from '../data/mandate.entity.js';
import type { SepaSettingsRow } from '../data/sepa-settings.entity.js';
import { mandatesProblems } from '../problems.js';
import { accountFaults, type BankAccount } from '../rules/bank-account.js';
import { MANDATE_TEXT_VERSION, mandateText } from '../rules/mandate-text.js';
import { FindMandates } from './find-mandates.js';
import { FindSepaSettings } from './find-sepa-settings.js';
import { KeepMandate } from './keep-mandate.js';

/** Far more than a family has accounts, far fewer than what it takes to look for one. */
const SIGNATURES: ThrottleRule = { name: 'mandates.signatures', limit: 10, window: { hours: 1 } };

export interface Signature {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly accountId: number;
  readonly account: BankAccount;
  /** Version of the text that was shown. */
  readonly textVersion: string;
  readonly replaces: number | null;
}

/** An adult of a family signs a mandate online: an act of theirs, kept with what they read. */
@Injectable()
export class SignMandate {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly throttle: Throttle,
    private readonly secrets: Secrets,
    private readonly vault: Vault,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly findSettings: FindSepaSettings,
    private readonly findMandates: FindMandates,
    private readonly keepMandate: KeepMandate,
  ) {}

  /** Throws DEBIT_NOT_OFFERED, BANK_ACCOUNT_REFUSED, MANDATE_TEXT_CHANGED, MANDATE_EXISTS, DATA_KEY_MISSING. */
  async run(signature: Signature): Promise<MandateRow> {
    const { collectiviteId, familyId, accountId, account, textVersion } = signature;
    await this.throttle.count(SIGNATURES, String(accountId));
    const settings = await this.findSettings.offered(collectiviteId);
    this.vault.newestKey();
    refuseFaults(account);
    if (textVersion !== MANDATE_TEXT_VERSION)
      throw mandatesProblems.MANDATE_TEXT_CHANGED(
        'Le texte du mandat a changé depuis que vous l’avez affiché. Relisez-le, puis signez de nouveau.',
      );
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const guardianId = await this.guardianOf(collectiviteId, familyId, accountId);
    const now = this.clock.now();
    return this.database.unit(async () => {
      const id = await this.keepMandate.run({
        collectiviteId,
        familyId,
        guardianId,
        reference: this.secrets.uuid(),
        account,
        signedOn: dateIn(timeZone, now),
        replaces: signature.replaces,
        prefix: settings.mandatePrefix,
        recordedBy: accountId,
        recordedAt: now,
        scanFileId: null,
        signature: {
          accountId,
          textVersion,
          digest: (rum) => this.secrets.digest(signedText(settings, signature, rum, now.toString())),
        },
      });
      await this.audit.record({ collectiviteId, accountId, action: 'mandate.signed', subject: `mandate:${id}` });
      return this.findMandates.one(collectiviteId, id);
    });
  }

  private async guardianOf(collectiviteId: number, familyId: number, accountId: number): Promise<number> {
    const family = (await this.findFamilies.run(collectiviteId, [familyId])).get(familyId);
    const guardian = family?.guardians.find((adult) => adult.accountId === accountId);
    if (!guardian) throw httpProblems.NOT_FOUND('Cette famille n’existe pas, ou vous n’y avez pas accès.');
    return guardian.guardianId;
  }
}

/** Throws BANK_ACCOUNT_REFUSED. */
export function refuseFaults(account: BankAccount): void {
  const errors = accountFaults(account);
  if (errors.length > 0)
    throw mandatesProblems.BANK_ACCOUNT_REFUSED(
      'Ces coordonnées bancaires ne peuvent pas être prélevées : corrigez ce qui est signalé.',
      { errors },
    );
}

/** All that was agreed to, and by whom, but for what is sealed: its digest shows a later change. */
function signedText(settings: SepaSettingsRow, { accountId, account }: Signature, rum: string, at: string): string {
  const { iban, holder } = account;
  return JSON.stringify([MANDATE_TEXT_VERSION, ...mandateText(settings), rum, holder, maskedIban(iban), accountId, at]);
}
