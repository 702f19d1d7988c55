import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { dateIn, Temporal } from '../../../kernel/civil-time.js';
import { typeset } from '../../../kernel/french.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { ClaimBatchRow } from '../../data/claim-batch.entity.js';
import { claimsProblems } from '../../problems.js';
import { productCodeOn } from '../../rules/product-code.js';
import { linesOfReceipts, type Received, regieSubject } from '../../rules/public-titre.js';
import { FindPublicDebtor } from './find-public-debtor.js';
import { FindTreasurySettings } from '../settings/find-treasury-settings.js';
import { ProductCodes } from '../settings/product-codes.js';
import { refuseFaults, StartTitre } from './start-titre.js';

/** A closed period of the régie, as its collection report says it. Dates are YYYY-MM-DD. */
export interface ClosedReceipts {
  readonly reportId: number;
  /** « E-2026-0011 ». */
  readonly number: string;
  readonly from: string;
  readonly to: string;
  readonly received: readonly (Omit<Received, 'product'> & { readonly prestationId: number })[];
}

/** The titre that takes what the régie received into the budget. No entry: the money is on the ledger already. */
@Injectable()
export class StartRegieTitre {
  constructor(
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findSettings: FindTreasurySettings,
    private readonly findDebtor: FindPublicDebtor,
    private readonly codes: ProductCodes,
    private readonly startTitre: StartTitre,
  ) {}

  /**
   * One for each report; asked for again, the same, unless the Trésorerie refused it. Throws CLAIM_TITRE_REFUSED where the
   * settings do not ask for such titres or the figures make none, TREASURY_SETTINGS_MISSING; not inside a unit.
   */
  async run(collectiviteId: number, receipts: ClosedReceipts, accountId: number): Promise<ClaimBatchRow> {
    const { reportId, to } = receipts;
    const subject = { kind: 'REGIE', reportId, year: Temporal.PlainDate.from(to).year } as const;
    const told = await this.startTitre.told(subject);
    if (told) return told;
    const settings = await this.findSettings.usable(collectiviteId);
    if (!settings.makesRegieTitre || settings.regieNumber === null) {
      throw claimsProblems.CLAIM_TITRE_REFUSED(
        typeset('Les titres de la régie ne sont pas établis ici : demandez-les d’abord dans les réglages.'),
      );
    }
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const today = dateIn(timeZone, this.clock.now());
    const codes = await this.codes.all(collectiviteId);
    const { lines, faults } = linesOfReceipts(
      receipts.received.map(({ prestationId, ...part }) => ({
        ...part,
        product: productCodeOn(codes, prestationId, today)?.code ?? null,
      })),
    );
    refuseFaults(faults);
    const content = {
      ...{ triplet: settings.regieTriplet, regie: settings.regieNumber, subject: regieSubject(receipts) },
      debtor: await this.findDebtor.run(settings, settings.regieDebtor),
      lines,
    };
    return this.startTitre.run(collectiviteId, subject, content, accountId);
  }
}
