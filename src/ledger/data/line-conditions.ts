import { meansAccount } from '../rules/account.js';
import type { LineFilter } from '../rules/line-filter.js';

/** A part of a WHERE with its parameters. */
export interface Conditions {
  /** Joined by AND; `1 = 1` where nothing is asked. */
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

type Asked = readonly [sql: string, ...parameters: unknown[]];

/** What a filter asks of entries `e`. */
export function entryConditions(collectiviteId: number, filter: LineFilter): Conditions {
  const { from, to, upToRank, sources, means } = filter;
  return all([
    ['e.collectivite_id = ?', collectiviteId],
    ...(from ? [['e.date >= ?', from.toString()] as const] : []),
    ...(to ? [['e.date <= ?', to.toString()] as const] : []),
    ...(sources ? [[`e.source_kind IN (${sources.map(() => '?').join(', ')})`, ...sources] as const] : []),
    ...(upToRank === undefined ? [] : [sealedUpTo(upToRank)]),
    ...(means === undefined ? [] : [movedBy(means)]),
  ]);
}

/** What it asks of their lines `l`, on accounts `a`. */
export function lineConditions({ account, prestationId, familyId, invoiceId, ...filter }: LineFilter): Conditions {
  const { nature, function: fonction, year } = filter;
  return all([
    ...(account === undefined ? [] : [['a.kind = ?', account] as const]),
    ...(prestationId === undefined ? [] : [['l.prestation_id = ?', prestationId] as const]),
    ...(familyId === undefined ? [] : [['l.family_id = ?', familyId] as const]),
    ...(invoiceId === undefined ? [] : [['l.invoice_id = ?', invoiceId] as const]),
    ...(year === undefined ? [] : [invoicedIn(year)]),
    ...imputedTo({ nature, fonction }),
  ]);
}

/** The account under which the prestation of a line `l` was invoiced: SQL that answers its code. */
export const PRODUCT_OF_LINE = `(SELECT MIN(pa.code) FROM ledger_lines p
  JOIN ledger_accounts pa ON pa.id = p.account_id AND pa.kind = 'PRODUCT'
  WHERE p.invoice_id = l.invoice_id AND p.prestation_id = l.prestation_id)`;

/** The means that an entry `e` moves: SQL that answers the code of its account, null where it moves none. */
export const MEANS_OF_ENTRY = `(SELECT MIN(ma.code) FROM ledger_lines m
  JOIN ledger_accounts ma ON ma.id = m.account_id AND ma.kind = 'MEANS' WHERE m.entry_id = e.id)`;

function sealedUpTo(rank: number): Asked {
  return ['(SELECT s.chain_rank FROM ledger_seals s WHERE s.entry_id = e.id) <= ?', rank];
}

function movedBy(means: string): Asked {
  return [`${MEANS_OF_ENTRY} = ?`, meansAccount(means)];
}

function invoicedIn(year: number): Asked {
  return [
    'EXISTS (SELECT 1 FROM ledger_entries oi WHERE oi.opens_invoice_id = l.invoice_id AND SUBSTR(oi.date, 1, 4) = ?)',
    String(year),
  ];
}

/** The lines `l` whose prestation was invoiced under a nature, a function, or both; all of them where neither is asked. */
export function imputedTo({
  nature,
  fonction,
}: {
  nature?: string | undefined;
  fonction?: string | undefined;
}): Asked[] {
  if (nature === undefined && fonction === undefined) return [];
  return [[`${PRODUCT_OF_LINE} LIKE ?`, `PRODUCT:${nature ?? '%'}/${fonction ?? '%'}/%`]];
}

function all(asked: readonly Asked[]): Conditions {
  return {
    sql: asked.length === 0 ? '1 = 1' : asked.map(([sql]) => sql).join(' AND '),
    parameters: asked.flatMap(([, ...parameters]) => parameters),
  };
}
