import type { FoundWriteOff } from '../actions/writeoffs/find-write-offs.js';
import { writeOffLabel } from '../rules/write-off.js';
import type { WriteOffDto } from './write-offs.dto.js';

export function writeOffView({ row, reversal }: FoundWriteOff): WriteOffDto {
  const { paper } = row;
  return {
    id: row.id,
    number: paper.number,
    familyId: row.familyId,
    familyName: paper.family.name,
    kind: row.kind,
    kindLabel: writeOffLabel(row.kind),
    nature: row.nature,
    debt: row.debt,
    decisionReference: row.decisionReference,
    decidedOn: row.decidedOn,
    accountedOn: row.accountedOn,
    note: paper.note,
    parts: [...paper.parts],
    cents: row.amountCents,
    stillDueCents: paper.stillDueCents,
    madeAt: row.madeAt,
    cancelled: reversal && { on: reversal.accountedOn, note: reversal.note },
  };
}
