import type { Simulation } from '../actions/simulate-reglement.js';
import { lossOf } from '../rules/gains.js';
import type { Met } from '../rules/month.js';
import type { FamilyTotals } from '../rules/totals.js';
import { unpricedSentence } from '../rules/unpriced-words.js';
import type { SimulatedFamilyDto, SimulationDto } from './simulations.dto.js';

export function simulationView({ from, to, totals, gains, names, familyNames }: Simulation): SimulationDto {
  const { prestations } = totals;
  const beforeCents = prestations.reduce((sum, { before }) => sum + before.totalCents, 0);
  const afterCents = prestations.reduce((sum, { after }) => sum + after.totalCents, 0);
  const familyView = (family: FamilyTotals): SimulatedFamilyDto => ({
    familyId: family.familyId,
    name: familyNames.get(family.familyId) ?? '',
    rows: [...family.rows].map(([prestationId, { row }]) => ({ prestationId, row })),
    beforeCents: family.beforeCents,
    afterCents: family.afterCents,
    differenceCents: lossOf(family),
  });
  return {
    ...{ from, to },
    total: { beforeCents, afterCents, differenceCents: afterCents - beforeCents },
    prestations: prestations.map(({ prestationId, before, after }) => ({
      prestationId,
      name: names.get(prestationId) ?? '',
      before,
      after,
      differenceCents: after.totalCents - before.totalCents,
    })),
    penalties: totals.penalties,
    rows: totals.rows.map((row) => ({ ...row, differenceCents: row.afterCents - row.beforeCents })),
    families: gains.counts,
    gaining: gains.gaining.map(familyView),
    losing: gains.losing.map(familyView),
    lateBookings: totals.lateBookings.map(({ prestationId, met, count }) => ({
      prestationId,
      reason: met === 'NOT_YET' ? 'NOT_OPEN_YET' : 'CLOSED',
      outcome: outcomeOf(met),
      bookings: count,
    })),
    lateCancellations: totals.lateCancellations.map(({ prestationId, met, count }) => ({
      prestationId,
      outcome: outcomeOf(met),
      cancellations: count,
    })),
    unpriced: prestations.flatMap(({ prestationId, unpriced }) => {
      const warning = unpricedSentence(names.get(prestationId) ?? '', unpriced);
      const { before, after } = unpriced;
      return warning === null ? [] : [{ prestationId, daysBefore: before.days, daysAfter: after.days, warning }];
    }),
  };
}

function outcomeOf(met: Met): string {
  return met === 'NOT_YET' ? 'NOT_OPEN_YET' : met;
}
