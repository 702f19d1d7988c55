import type { Temporal } from '../../kernel/civil-time.js';
import type { LineFilter } from '../../ledger/rules/index.js';
import { meansName } from './means-order.js';

/** Of which period, and what of it a report is about: all of it where nothing more is asked. */
export type CollectionFilter = Pick<LineFilter, 'means' | 'prestationId' | 'nature' | 'function'> & {
  readonly from: Temporal.PlainDate;
  readonly to: Temporal.PlainDate;
};

/** What of the period was asked for, as the head of a report says it. */
export function filterInFrench(
  { means, prestationId, nature, function: fonction }: CollectionFilter,
  labels: ReadonlyMap<number, string>,
): [label: string, value: string][] {
  return [
    ...(means === undefined ? [] : [['Seulement le moyen', meansName(means)] as [string, string]]),
    ...(prestationId === undefined
      ? []
      : [['Seulement la prestation', labels.get(prestationId) ?? `n°\u00a0${prestationId}`] as [string, string]]),
    ...(nature === undefined ? [] : [['Seulement la nature', nature] as [string, string]]),
    ...(fonction === undefined
      ? []
      : [['Seulement la fonction', fonction === '-' ? 'sans fonction' : fonction] as [string, string]]),
  ];
}
