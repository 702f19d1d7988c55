import { Injectable } from '@nestjs/common';
import { typeset } from '../../../kernel/french.js';
import { RECAPITULATIVE, tripletText } from '../../../pes/index.js';
import type { ClaimBatchRow } from '../../data/claim-batch.entity.js';
import { claimsProblems } from '../../problems.js';
import { batchTitle } from '../../rules/batch.js';
import { addingUp, linesOfArticle, type TitreLine } from '../../rules/public-titre.js';
import { FindBatches } from '../batches/find-batches.js';
import { FindPublicDebtor } from './find-public-debtor.js';
import { FindTreasurySettings } from '../settings/find-treasury-settings.js';
import { StartTitre } from './start-titre.js';

/** The titre that takes a rôle into the budget. No entry: the debts moved to the comptable with the rôle. */
@Injectable()
export class RecapitulateRoll {
  constructor(
    private readonly findBatches: FindBatches,
    private readonly findSettings: FindTreasurySettings,
    private readonly findDebtor: FindPublicDebtor,
    private readonly startTitre: StartTitre,
  ) {}

  /**
   * One for each rôle; asked for again, the same, unless the Trésorerie refused it. Throws NOT_FOUND, CLAIM_TITRE_REFUSED, CLAIM_BATCH_NOT_READY,
   * TREASURY_SETTINGS_MISSING; not inside a unit.
   */
  async run(collectiviteId: number, rollId: number, accountId: number): Promise<ClaimBatchRow> {
    const roll = await this.findBatches.one(collectiviteId, rollId);
    if (roll.kind !== 'ORMC') throw refused('Seul un rôle a un titre récapitulatif.');
    if (roll.state !== 'READY') {
      throw claimsProblems.CLAIM_BATCH_NOT_READY('Ce rôle n’a pas encore son fichier : attendez qu’il soit prêt.');
    }
    const subject = { kind: 'ROLL', rollId, year: roll.exercise } as const;
    const told = await this.startTitre.told(subject);
    if (told) return told;
    if (roll.acquit === 'REFUSED') throw refused('Le Guichet a refusé ce rôle : il n’y a rien à récapituler.');
    const lines = await this.linesOf(roll);
    if (lines.length === 0) throw refused('Tous les articles de ce rôle sont revenus à la régie.');
    const settings = await this.findSettings.usable(collectiviteId);
    const content = {
      ...{ triplet: tripletText(RECAPITULATIVE), roll: roll.number!, lines },
      subject: `Titre récapitulatif, ${batchTitle(roll)}`,
      debtor: await this.findDebtor.run(settings, settings.rollDebtor),
    };
    return this.startTitre.run(collectiviteId, subject, content, accountId);
  }

  /** Of the articles that the comptable holds: those that came back to the régie are none of the budget's. */
  private async linesOf(roll: ClaimBatchRow): Promise<TitreLine[]> {
    const sums = addingUp();
    for await (const { state, content } of this.findBatches.everyPiece(roll.id)) {
      if (state !== 'RETURNED') for (const line of linesOfArticle(content)) sums.add(line);
    }
    return sums.lines();
  }
}

function refused(detail: string) {
  return claimsProblems.CLAIM_TITRE_REFUSED(typeset(detail));
}
