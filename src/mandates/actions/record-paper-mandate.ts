import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import { FindFamilies } from '../../families/index.js';
import { dateIn, isBefore, type Temporal } from '../../kernel/civil-time.js';
import { Audit } from '../../platform/audit/audit.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { invalidRequest } from '../../platform/http/validation.js';
import type { UploadedFile } from '../../platform/http/uploads.js';
import { httpProblems } from '../../platform/http/problems.js';
import { Secrets } from '../../platform/secrets/secrets.js';
import { Vault } from '../../platform/secrets/vault.js';
import type { MandateRow } from '../data/mandate.entity.js';
import type { BankAccount } from '../rules/bank-account.js';
import { MONTHS_UNUSED } from '../rules/mandate-state.js';
import { checkScan } from './check-scan.js';
import { FindMandates } from './find-mandates.js';
import { FindSepaSettings } from './find-sepa-settings.js';
import { KeepMandate } from './keep-mandate.js';
import { MandateVault } from './mandate-vault.js';
import { refuseFaults } from './sign-mandate.js';

export interface PaperMandate {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly guardianId: number;
  readonly account: BankAccount;
  readonly signedOn: Temporal.PlainDate;
  readonly replaces: number | null;
  readonly scan: UploadedFile | null;
  readonly recordedBy: number;
}

/** The mairie records a mandate that was signed on paper, with its scan. */
@Injectable()
export class RecordPaperMandate {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly secrets: Secrets,
    private readonly vault: Vault,
    private readonly mandateVault: MandateVault,
    private readonly findCollectivite: FindCollectivite,
    private readonly findFamilies: FindFamilies,
    private readonly findSettings: FindSepaSettings,
    private readonly findMandates: FindMandates,
    private readonly keepMandate: KeepMandate,
  ) {}

  /** Throws DEBIT_NOT_OFFERED, BANK_ACCOUNT_REFUSED, MANDATE_EXISTS, INVALID_REQUEST, DATA_KEY_MISSING, NOT_FOUND. */
  async run(paper: PaperMandate): Promise<MandateRow> {
    const { collectiviteId, familyId, guardianId, account, signedOn, scan, recordedBy } = paper;
    const settings = await this.findSettings.offered(collectiviteId);
    this.vault.newestKey();
    refuseFaults(account);
    const now = this.clock.now();
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    refuseDate(signedOn, dateIn(timeZone, now));
    const family = (await this.findFamilies.run(collectiviteId, [familyId])).get(familyId);
    if (!family?.guardians.some((adult) => adult.guardianId === guardianId))
      throw httpProblems.NOT_FOUND('Cette famille, ou ce responsable, n’existe pas dans la collectivité.');
    const checked = scan ? await checkScan(scan) : null;
    const reference = this.secrets.uuid();
    return this.database.unit(async () => {
      const named = { collectiviteId, reference };
      const scanFileId = checked ? await this.mandateVault.keepScan({ ...checked, collectiviteId }, named) : null;
      const id = await this.keepMandate.run({
        ...{ collectiviteId, familyId, guardianId, reference, account, signedOn, recordedBy, scanFileId },
        replaces: paper.replaces,
        prefix: settings.mandatePrefix,
        recordedAt: now,
        signature: null,
      });
      await this.audit.record({
        collectiviteId,
        accountId: recordedBy,
        action: 'mandate.recorded',
        subject: `mandate:${id}`,
        detail: { familyId },
      });
      return this.findMandates.one(collectiviteId, id);
    });
  }
}

/** Not signed tomorrow, and not lapsed already. Throws INVALID_REQUEST. */
function refuseDate(signedOn: Temporal.PlainDate, today: Temporal.PlainDate): void {
  const tooOld = isBefore(signedOn.add({ months: MONTHS_UNUSED }), today);
  if (!tooOld && !isBefore(today, signedOn)) return;
  throw invalidRequest([
    {
      field: 'signedOn',
      message: tooOld
        ? 'un mandat qui n’a pas servi pendant 36 mois n’est plus valable : faites-en signer un nouveau.'
        : 'le mandat ne peut pas avoir été signé après aujourd’hui.',
    },
  ]);
}
