import { Temporal } from '../../kernel/civil-time.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { type AccountKind, COLLECTED, type LineFilter, type SourceKind } from '../../ledger/rules/index.js';
import type { CollectionFilter } from './collection-filter.js';
import type { AccountTotal } from './collection.js';
import { meansName } from './means-order.js';
import type { ReportContent } from './report-content.js';

/** A figure of a report, with the lines of the ledger that make it. */
export interface Figure {
  /** The part of the état récapitulatif. */
  readonly part: 'A' | 'B' | 'C' | 'D' | 'G';
  readonly label: string;
  readonly cents: Cents;
  /** 1 where the lines make it, -1 where they make its opposite: what families are credited with. */
  readonly sign: 1 | -1;
  readonly lines: LineFilter;
}

const RECEIVED: readonly SourceKind[] = ['payment', 'payment-reversal'];
const REFUNDED: readonly SourceKind[] = ['refund', 'refund-reversal'];

/** What moves the account of a means (D), by its figure. */
const MOVES: Record<keyof Omit<AccountTotal, 'means' | 'label' | 'openingCents' | 'closingCents'>, Moved> = {
  receivedCents: { label: 'encaissé', sources: ['payment'] },
  reversedCents: { label: 'annulé', sources: ['payment-reversal'] },
  refundedCents: { label: 'remboursé', sources: REFUNDED },
  handedOverCents: { label: 'versé', sources: ['remittance', 'remittance-reversal'] },
};

/** What moves the credits of families (G). */
const CREDIT_MOVES = {
  receivedCents: { label: 'laissé par des paiements', sources: RECEIVED },
  creditNotesCents: { label: 'laissé par des avoirs sur factures', sources: ['credit-note'] },
  usedCents: { label: 'utilisé pour payer des factures', sources: ['credit-use', 'credit-use-reversal'] },
  refundedCents: { label: 'remboursé aux familles', sources: REFUNDED },
} satisfies Record<string, Moved>;

interface Moved {
  readonly label: string;
  readonly sources: readonly SourceKind[];
}

/** Every figure of an état récapitulatif that is made of entries, part after part. */
export function reportFigures(content: ReportContent): Figure[] {
  const [from, to] = [Temporal.PlainDate.from(content.from), Temporal.PlainDate.from(content.to)];
  const seen = content.chainRank === undefined ? {} : { upToRank: content.chainRank };
  const period = { from, to, ...seen };
  const before = { to: from.subtract({ days: 1 }), ...seen };
  const until = { to, ...seen };
  return [
    ...receiptsByPrestation(content, period),
    ...receiptsByMeans(content, period),
    ...deducted(content, period),
    ...means(content, { period, before, until }),
    ...credits(content, { period, before, until }),
  ];
}

/** What of the ledger a total of the journal is made of: the till, or the debts that it settles where only some are asked. */
export function journalLines(
  { prestationId, nature, function: fonction, ...asked }: CollectionFilter,
  more: Pick<LineFilter, 'means'> = {},
): Pick<Figure, 'sign' | 'lines'> {
  const ofDebts = {
    ...(prestationId && { prestationId }),
    ...(nature && { nature }),
    ...(fonction && { function: fonction }),
  };
  const some = Object.keys(ofDebts).length > 0;
  const account: AccountKind = some ? 'FAMILY' : 'MEANS';
  return { sign: some ? -1 : 1, lines: { ...asked, ...more, ...ofDebts, account, sources: COLLECTED } };
}

/** A filter as the query of an address. */
export function lineQuery(lines: LineFilter): string {
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(lines)) if (value !== undefined) query.set(name, String(value));
  return query.toString();
}

function receiptsByPrestation(
  { byPrestation, totalCents, heldCents = 0 }: ReportContent,
  period: LineFilter,
): Figure[] {
  const debts = { ...period, account: 'FAMILY', sources: RECEIVED } as const;
  const lines = byPrestation.flatMap(({ prestationId, imputation, label, cents, byMeans }) => {
    const some = { ...debts, prestationId, nature: imputation.nature, function: imputation.function ?? '-' };
    return [
      credited('A', label, cents, some),
      ...Object.entries(byMeans).map(([code, amount]) =>
        credited('A', `${label}, ${meansName(code)}`, amount, { ...some, means: code }),
      ),
    ];
  });
  return [...lines, credited('A', 'Total A', totalCents - heldCents, debts)];
}

function receiptsByMeans({ byMeans, totalCents, heldCents = 0 }: ReportContent, period: LineFilter): Figure[] {
  const till = { ...period, account: 'MEANS', sources: RECEIVED } as const;
  return [
    ...byMeans.map(({ means: code, label, cents }) => debited('B', label, cents, { ...till, means: code })),
    debited('B', 'Total B', totalCents, till),
    credited('B', 'dont avoirs des familles', heldCents, { ...period, account: 'CREDIT', sources: RECEIVED }),
  ];
}

function deducted({ deductions, refunds }: ReportContent, period: LineFilter): Figure[] {
  const of = (listed: readonly { readonly cents: Cents }[]) => sumCents(listed.map(({ cents }) => cents));
  const till = { ...period, account: 'MEANS' } as const;
  return [
    ...(deductions
      ? [credited('C', 'Rejets et annulations', of(deductions), { ...till, sources: ['payment-reversal'] })]
      : []),
    ...(refunds ? [credited('C', 'Remboursements', of(refunds), { ...till, sources: REFUNDED })] : []),
  ];
}

interface Spans {
  readonly period: LineFilter;
  readonly before: LineFilter;
  readonly until: LineFilter;
}

function means({ accounts = [] }: ReportContent, { period, before, until }: Spans): Figure[] {
  return accounts.flatMap((account) => {
    const till = { account: 'MEANS', means: account.means } as const;
    const moves = Object.entries(MOVES) as [keyof typeof MOVES, Moved][];
    return [
      debited('D', `${account.label}, au début`, account.openingCents, { ...before, ...till }),
      ...moves.map(([key, { label, sources }]) =>
        debited('D', `${account.label}, ${label}`, account[key], { ...period, ...till, sources }),
      ),
      debited('D', `${account.label}, à la fin`, account.closingCents, { ...until, ...till }),
    ];
  });
}

function credits({ credits: held }: ReportContent, { period, before, until }: Spans): Figure[] {
  if (!held) return [];
  const account = { account: 'CREDIT' } as const;
  const moves = Object.entries(CREDIT_MOVES) as [keyof typeof CREDIT_MOVES, Moved][];
  return [
    credited('G', 'au début', held.openingCents, { ...before, ...account }),
    ...moves.map(([key, { label, sources }]) => credited('G', label, held[key], { ...period, ...account, sources })),
    credited('G', 'à la fin', held.closingCents, { ...until, ...account }),
  ];
}

function debited(part: Figure['part'], label: string, cents: Cents, lines: LineFilter): Figure {
  return { part, label, cents, sign: 1, lines };
}

function credited(part: Figure['part'], label: string, cents: Cents, lines: LineFilter): Figure {
  return { part, label, cents, sign: -1, lines };
}
