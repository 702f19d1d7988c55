import type { Invoice } from './queries';

/** How an invoice stands, in words. */
export const SETTLEMENTS: Record<Invoice['settlement'], string> = {
  WAITING: 'À payer',
  LATE: 'En retard',
  PARTLY_PAID: 'Payée en partie',
  AT_TREASURY: 'À payer à la Trésorerie',
  SETTLED: 'Réglée',
};
