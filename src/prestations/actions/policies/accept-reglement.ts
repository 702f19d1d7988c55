import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { digestOf } from '../../../platform/secrets/digest.js';
import { ReglementAcceptanceRow } from '../../data/reglement-acceptance.entity.js';
import { prestationsProblems } from '../../problems.js';
import { type ReglementLine, ShowReglement } from './show-reglement.js';

/** Twelve signs that change with any deadline, price or rule in force; not with the exceptions of some dates. */
export function reglementVersion(lines: readonly ReglementLine[]): string {
  const text = lines.map(({ prestation, policy, tariff }) => [
    ...[prestation.id, prestation.paymentMode],
    ...[policy?.policy ?? null, tariff?.grid ?? null],
  ]);
  return digestOf(JSON.stringify(text)).slice(0, 12);
}

export interface Acceptance extends ReglementAcceptanceRow {
  /** It is what applies today. */
  readonly current: boolean;
}

interface Adult {
  readonly collectiviteId: number;
  readonly accountId: number;
}

@Injectable()
export class AcceptReglement {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly showReglement: ShowReglement,
  ) {}

  /** Once for each version, however often it is sent. Throws REGLEMENT_CHANGED where another one applies by now. */
  async run({ collectiviteId, accountId }: Adult, version: string): Promise<void> {
    const { date, lines } = await this.showReglement.run(collectiviteId, null);
    if (reglementVersion(lines) !== version)
      throw prestationsProblems.REGLEMENT_CHANGED('Le règlement a changé depuis que vous l’avez lu : relisez-le.');
    const row = { collectiviteId, accountId, version, appliedOn: date, acceptedAt: this.clock.now() };
    try {
      await this.database.unit(() => this.database.insert(ReglementAcceptanceRow, row));
    } catch (error) {
      if (!this.database.isDuplicateKey(error)) throw error;
    }
  }

  /** What an adult accepted, the latest first. */
  async of({ collectiviteId, accountId }: Adult): Promise<Acceptance[]> {
    const { lines } = await this.showReglement.run(collectiviteId, null);
    const version = reglementVersion(lines);
    const rows = await this.database.read(() =>
      this.database
        .repository(ReglementAcceptanceRow)
        .find({ where: { collectiviteId, accountId }, order: { id: 'DESC' } }),
    );
    return rows.map((row) => ({ ...row, current: row.version === version }));
  }
}
