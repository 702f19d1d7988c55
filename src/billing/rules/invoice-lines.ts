import { Temporal } from '../../kernel/civil-time.js';
import { euros, monthName, typeset } from '../../kernel/french.js';
import { groupedBy } from '../../kernel/lists.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { type PrestationKind } from '../../prestations/rules/index.js';
import { type ChargeEvent, type Explanation, explanationInFrench } from '../../reglement/rules/index.js';
import { careOf } from './care.js';
import { compactReason } from './compact-reason.js';
import { type DueReason, reasonInFrench } from './due.js';

/** A charge as the invoice shows it, with the words of today. */
export interface ChargeToShow {
  readonly childId: number;
  readonly childName: string;
  readonly prestationId: number;
  readonly prestation: string;
  readonly kind: PrestationKind;
  readonly date: Temporal.PlainDate;
  readonly event: ChargeEvent;
  readonly cents: Cents;
  /** The care in it; null where the tariff does not tell it. */
  readonly careCents: Cents | null;
  readonly label: string;
  readonly reason: DueReason;
  readonly steps: Explanation;
  /** What the règlement made of an announced absence. */
  readonly absence?: string;
  /** What was billed of this day before. */
  readonly before?: { readonly cents: Cents };
  /** Of an earlier run, which it was too little to be issued with. */
  readonly carried?: boolean;
}

/** One day of one child, with the whole reasoning. Dates are YYYY-MM-DD: these values are stored as JSON. */
export interface InvoiceLine {
  readonly date: string;
  readonly event: ChargeEvent;
  readonly cents: Cents;
  readonly careCents?: Cents | null;
  /** « Cantine, jeudi 26 novembre 2026 (présence non prévue) ». */
  readonly label: string;
  /** « réservé et présent », « 1er jour de carence : dû ». */
  readonly reason: string;
  /** One French line per step of the price. */
  readonly explanation: readonly string[];
}

/** Days that cost the same for the same reason: « 12 repas à 3,05 € ». */
export interface InvoiceGroup {
  readonly prestationId: number;
  readonly prestation: string;
  readonly kind: PrestationKind;
  readonly event: ChargeEvent;
  readonly unitCents: Cents;
  readonly cents: Cents;
  readonly careCents?: Cents | null;
  readonly why: string;
  readonly dates: readonly string[];
}

export interface InvoiceChild {
  readonly childId: number;
  readonly name: string;
  readonly cents: Cents;
  /** The care in it, as tax certificates count it; null where no tariff tells it. Absent from older invoices. */
  readonly careCents?: Cents | null;
  readonly groups: readonly InvoiceGroup[];
  readonly lines: readonly InvoiceLine[];
}

const NAMES = new Intl.Collator('fr');
const EVENT_ORDER: readonly ChargeEvent[] = ['UNIT', 'UNPLANNED', 'UNJUSTIFIED_ABSENCE'];

/** The charges of one invoice, child by child, as groups to read and as days to check. */
export function invoiceChildren(charges: readonly ChargeToShow[]): InvoiceChild[] {
  const ordered = [...charges].sort(byChildThenDate);
  return [...groupedBy(ordered, ({ childId }) => childId).values()].map((ofChild) => ({
    childId: ofChild[0]!.childId,
    name: ofChild[0]!.childName,
    cents: sumCents(ofChild.map(({ cents }) => cents)),
    careCents: careOf(ofChild),
    groups: groupsOf(ofChild),
    lines: ofChild.map(lineOf),
  }));
}

function groupsOf(charges: readonly ChargeToShow[]): InvoiceGroup[] {
  const alike = groupedBy(charges, ({ prestationId, event, cents, steps, ...rest }) =>
    JSON.stringify([prestationId, event, cents, compactReason(steps), apart(rest)]),
  );
  return [...alike.values()].sort(byPrestationThenEvent).map((days) => {
    const { prestationId, prestation, kind, event, cents, steps } = days[0]!;
    return {
      prestationId,
      prestation,
      kind,
      event,
      unitCents: cents,
      cents: sumCents(days.map((day) => day.cents)),
      careCents: careOf(days),
      why: [apart(days[0]!), compactReason(steps)].filter(Boolean).join(' · '),
      dates: days.map(({ date }) => date.toString()),
    };
  });
}

/** What sets some days apart from others of the same price, in the words of the invoice. */
function apart({ reason, absence, before, carried, date }: Apart & Pick<ChargeToShow, 'date'>): string {
  const why = reason === 'CANCELLED_LATE' ? reasonInFrench(reason) : absence?.replace(/\.$/, '');
  const name = monthName(date.toPlainYearMonth());
  const month = carried ? `report ${/^[ao]/.test(name) ? 'd’' : 'de '}${name}` : '';
  const more = before ? `complément, ${euros(before.cents)} étant déjà facturés` : '';
  return [month, more, why].filter(Boolean).join(', ');
}

type Apart = Pick<ChargeToShow, 'reason' | 'absence' | 'before' | 'carried'>;

function lineOf(charge: ChargeToShow): InvoiceLine {
  const { date, event, cents, careCents, label, reason, steps, absence, before } = charge;
  return {
    date: date.toString(),
    event,
    cents,
    careCents,
    label,
    reason: whyDue(reason, absence),
    explanation: [...explanationInFrench(steps), ...(before ? difference(before.cents, cents) : [])],
  };
}

/** How what is due and what was billed make the amount. */
function difference(billed: Cents, more: Cents): string[] {
  return [
    typeset(`dû pour ce jour : ${euros(billed + more)}`),
    typeset(`déjà facturé : ${euros(billed)}`),
    typeset(`complément : ${euros(more)}`),
  ];
}

/** The règlement's own words for a day of carence; beside what is due, why an announced absence does not excuse it. */
function whyDue(reason: DueReason, absence: string | undefined): string {
  if (absence === undefined) return reasonInFrench(reason);
  return reason === 'ABSENCE_CARENCE' ? absence : `${reasonInFrench(reason)} · ${absence}`;
}

function byChildThenDate(a: ChargeToShow, b: ChargeToShow): number {
  return (
    NAMES.compare(a.childName, b.childName) ||
    a.childId - b.childId ||
    Temporal.PlainDate.compare(a.date, b.date) ||
    NAMES.compare(a.prestation, b.prestation) ||
    a.prestationId - b.prestationId
  );
}

function byPrestationThenEvent([a]: readonly ChargeToShow[], [b]: readonly ChargeToShow[]): number {
  return (
    NAMES.compare(a!.prestation, b!.prestation) ||
    a!.prestationId - b!.prestationId ||
    EVENT_ORDER.indexOf(a!.event) - EVENT_ORDER.indexOf(b!.event) ||
    Temporal.PlainDate.compare(a!.date, b!.date)
  );
}
