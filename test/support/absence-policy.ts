import type { AbsencePolicy, PublicRules } from '../../src/reglement/index.js';
import type { RunningService } from './application.js';

/** Certificate in 72 h from 00:00 of the first day; up to ten days, two days of carence; later, nothing (2020). */
export const SAINT_EXUPERY: AbsencePolicy = {
  proof: { kinds: ['ILLNESS', 'ACCIDENT'], withinDays: 3, anchor: 'FIRST_DAY_START', hardLimitDays: 10 },
  carenceDays: { n: 0, ifLate: 2 },
};
/** Four school days in a row with a certificate; a strike and an alert credit everyone. */
export const SAINT_LEU: AbsencePolicy = {
  proof: { kinds: ['ILLNESS'], withinDays: 30, anchor: 'FIRST_DAY_START' },
  minConsecutiveDays: 4,
  collective: ['STRIKE', 'ALERT'],
};

/** Writes what a règlement says of absences, to everybody and to some publics, into each version of a prestation's policy. */
export function judgeAbsencesBy(
  service: RunningService,
  prestationId: number,
  absence: AbsencePolicy,
  publics: readonly PublicRules[] = [],
): Promise<void> {
  return service.database.unit(async () => {
    const versions = await service.database.rows<{ id: number; policy: string }>(
      'SELECT id, policy FROM booking_policies WHERE prestation_id = ?',
      [prestationId],
    );
    for (const { id, policy } of versions)
      await service.database.change('UPDATE booking_policies SET policy = ? WHERE id = ?', [
        JSON.stringify({ ...(JSON.parse(policy) as object), absence, publics }),
        id,
      ]);
  });
}
