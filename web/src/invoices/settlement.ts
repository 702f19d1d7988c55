import { longDay } from '../words/dates';
import type { Invoice } from './queries';

const SETTLEMENTS: Record<Invoice['settlement'], string> = {
  WAITING: 'À payer',
  LATE: 'En retard',
  PARTLY_PAID: 'Payée en partie',
  AT_TREASURY: 'À payer à la Trésorerie',
  SETTLED: 'Réglée',
};

/** How an invoice stands, with the day that matters: a plan has days of its own, and what is late had one. */
export function standing({ settlement, openCents, planId, dueOn }: Invoice): string {
  if (openCents === 0 || settlement === 'AT_TREASURY') return SETTLEMENTS[settlement];
  if (settlement === 'LATE')
    return planId === null ? `En retard : échéance du ${longDay(dueOn)}` : 'Échéance en retard';
  if (planId !== null) return 'À payer en plusieurs fois';
  return settlement === 'PARTLY_PAID'
    ? `Payée en partie, le reste au plus tard le ${longDay(dueOn)}`
    : `À payer au plus tard le ${longDay(dueOn)}`;
}
