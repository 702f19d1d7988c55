import { Temporal } from '../../kernel/civil-time.js';
import { enumeration, euros, shortDate } from '../../kernel/french.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { LEAST_CENTS } from '../../payfip/rules/index.js';
import { paymentsProblems } from '../problems.js';
import type { Share } from './click.js';

/** An invoice that the family has still to pay at the régie. */
export interface PayableInvoice {
  readonly invoiceId: number;
  /** As printed. */
  readonly number: string;
  readonly issuedOn: Temporal.PlainDate;
  readonly open: readonly { readonly cents: Cents }[];
}

/** What is asked of PayFiP for one attempt. */
export interface DebtOnline {
  readonly shares: readonly Share[];
  readonly cents: Cents;
  /** Year of the debt. */
  readonly exercise: number;
  readonly invoiceNumbers: readonly string[];
  readonly label: string;
}

/**
 * All that remains due of these invoices, as one debt. Throws ONLINE_PAYMENT_REFUSED when one is not `due`, when there
 * are several and PayFiP takes them one by one, when they are of several years, or for an amount that it does not take here.
 */
export function debtOfInvoices(
  invoiceIds: readonly number[],
  due: readonly PayableInvoice[],
  { severalInvoices, mostCents }: { readonly severalInvoices: boolean; readonly mostCents: Cents },
): DebtOnline {
  const ids = [...new Set(invoiceIds)];
  const chosen = ids.map((id) => {
    const invoice = due.find(({ invoiceId }) => invoiceId === id);
    if (!invoice)
      throw refused('Une de ces factures ne se paie pas ici : elle est réglée, ou transmise à la Trésorerie.');
    return invoice;
  });
  if (chosen.length > 1 && !severalInvoices) throw refused('Votre commune demande de payer les factures une par une.');
  const years = [...new Set(chosen.map(({ issuedOn }) => issuedOn.year))];
  if (years.length > 1) {
    throw refused(
      `Ces factures sont de plusieurs années (${enumeration(years.sort().map(String))}) : payez-les année par année.`,
    );
  }
  const shares = chosen.map(({ invoiceId, open }) => ({ invoiceId, cents: sumCents(open.map(({ cents }) => cents)) }));
  const invoiceNumbers = chosen.map(({ number }) => number);
  const cents = sumCents(shares.map((share) => share.cents));
  checkAmount(cents, mostCents);
  return {
    shares,
    cents,
    exercise: years[0]!,
    invoiceNumbers,
    label: chosen.length === 1 ? `Facture ${invoiceNumbers[0]}` : `Factures ${invoiceNumbers.join(' ')}`,
  };
}

/** What is to be paid at booking, before any invoice: the year is that of the day. */
export function debtOfBasket(
  cents: Cents,
  label: string,
  today: Temporal.PlainDate,
  { mostCents }: { readonly mostCents: Cents },
): DebtOnline {
  checkAmount(cents, mostCents);
  return { shares: [], cents, exercise: today.year, invoiceNumbers: [], label: `${label} ${shortDate(today)}` };
}

function checkAmount(cents: Cents, mostCents: Cents): void {
  if (cents >= LEAST_CENTS && cents <= mostCents) return;
  throw refused(
    `PayFiP prend les paiements de ${euros(LEAST_CENTS)} à ${euros(mostCents)} ; celui-ci est de ${euros(cents)}. Payez par un autre moyen.`,
  );
}

function refused(detail: string) {
  return paymentsProblems.ONLINE_PAYMENT_REFUSED(detail);
}
