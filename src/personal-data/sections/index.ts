import { DAYS_SECTIONS } from './days-sections.js';
import { HOUSEHOLD_SECTIONS } from './household-sections.js';
import { MONEY_SECTIONS } from './money-sections.js';

/** All that a copy tells, in its order. */
export const SECTIONS = [...HOUSEHOLD_SECTIONS, ...DAYS_SECTIONS, ...MONEY_SECTIONS];

/** Tables that speak of a foyer or of a guardian, and are not in a copy; each with the reason. */
export const NOT_IN_A_COPY: Readonly<Record<string, string>> = {
  audit_entries: 'who of the mairie did what: its own trace, not a file on the family',
  billing_anomalies: 'a check of a draft invoice',
  billing_set_asides: 'a check of a draft invoice',
  claim_leftovers: 'what kept a debt out of a batch: a check',
  credit_promises: 'lasts as long as a payment is under way',
  credit_use_reversals: 'how an entry of the ledger was undone',
  demande_readings: 'which answers still show as new on a device',
  debits: 'its payment is told, under payments',
  ledger_lines: 'the same money as the invoices and payments, a second time',
  password_resets: 'secrets, gone within hours',
  payment_reversals: 'how an entry of the ledger was undone',
  place_holds: 'lasts as long as a payment is under way',
  refunds: 'the request is told, with the masked account',
  service_wishes: 'told with the children',
  taken_places: 'the same as the reservations, to count places',
  write_offs: 'a decision on the commune’s accounts',
  barred_persons: 'tells of somebody else, by a decision that concerns others',
};
