import { euros } from '../../kernel/french.js';
import { type Cents, sumCents } from '../../kernel/money.js';
import { paymentsProblems } from '../problems.js';
import type { Share } from './click.js';

interface Open {
  readonly invoiceId: number;
  readonly number: string;
  readonly open: readonly { readonly cents: Cents }[];
}

interface Asked {
  readonly cents: Cents;
  readonly shares?: readonly Share[];
  /** Whether what exceeds the debts is held for the family. */
  readonly excess?: 'CREDIT' | 'REFUSE' | undefined;
}

/**
 * Says why a payment cannot settle what is due at the régie of invoices that the comptable collects: it waits for him.
 * Throws PAYMENT_EXCEEDS_DUE when a share names one of `waiting`, or the payment exceeds what is `due` without them.
 */
export function refuseWaiting({ cents, shares, excess }: Asked, due: readonly Open[], waiting: readonly Open[]): void {
  if (excess === 'CREDIT' || waiting.length === 0) return;
  const named = waiting.filter(({ invoiceId }) => shares?.some((share) => share.invoiceId === invoiceId));
  const payable = sumCents(due.flatMap(({ open }) => open.map((part) => part.cents)));
  const concerned = named.length > 0 ? named : shares === undefined && cents > payable ? waiting : [];
  if (concerned.length === 0) return;
  const [numbers, those] = [concerned.map(({ number }) => number).join(', '), concerned.length === 1 ? 'cette' : 'ces'];
  throw paymentsProblems.PAYMENT_EXCEEDS_DUE(
    `Le reste de ${those} facture${concerned.length === 1 ? '' : 's'} (${numbers}) est à la Trésorerie : ce qui est de nouveau dû à la régie ne s’encaisse qu’ensuite. Sans ${concerned.length === 1 ? 'elle' : 'elles'}, il reste ${euros(payable)} à payer. Gardez le surplus en avoir de la famille, ou demandez d’abord à la Trésorerie de rendre sa pièce.`,
    { errors: [{ field: 'cents', message: `${euros(payable)} au plus.` }] },
  );
}
