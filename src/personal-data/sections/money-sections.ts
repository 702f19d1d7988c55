import type { Section } from './section.js';

const OF_FAMILY = 't.collectivite_id = :collectivite AND t.family_id = :family';

/** What this foyer was billed, and paid. */
export const MONEY_SECTIONS: readonly Section[] = [
  {
    name: 'invoices',
    tables: ['invoices'],
    columns: 't.series, t.year, t.number, t.issued_on, t.due_on, t.period_from, t.period_to, t.total_cents',
    ...{ from: 'invoices t', where: `${OF_FAMILY} AND t.state = 'ISSUED'`, key: 't.id' },
  },
  {
    name: 'charges',
    tables: ['charges'],
    columns: 't.child_id, t.date, t.event, t.label, t.amount_cents, t.credited_cents, t.explanation',
    from: 'charges t JOIN invoices i ON i.id = t.invoice_id',
    ...{ where: `${OF_FAMILY} AND i.state = 'ISSUED'`, key: 't.id', json: ['explanation'] },
  },
  {
    name: 'creditNotes',
    tables: ['credit_notes'],
    columns: 't.series, t.year, t.number, t.issued_on, t.total_cents, t.reason, t.reason_text',
    ...{ from: 'credit_notes t', where: `${OF_FAMILY} AND t.number IS NOT NULL`, key: 't.id' },
  },
  {
    name: 'payments',
    tables: ['payments'],
    columns: 't.means, t.amount_cents, t.received_on, t.reference, t.receipt_year, t.receipt_number',
    ...{ from: 'payments t', where: OF_FAMILY, key: 't.id' },
  },
  {
    name: 'onlinePayments',
    tables: ['online_payments'],
    columns: 't.state, t.amount_cents, t.reference, t.created_at, t.paid_on',
    ...{ from: 'online_payments t', where: `${OF_FAMILY} AND t.created_by = :account`, key: 't.id' },
  },
  {
    name: 'creditUses',
    tables: ['credit_uses'],
    columns: 't.amount_cents, t.used_on',
    ...{ from: 'credit_uses t', where: OF_FAMILY, key: 't.id' },
  },
  {
    name: 'refundRequests',
    tables: ['refund_requests'],
    columns: 't.masked_iban, t.asked_at, t.ended_at',
    ...{ from: 'refund_requests t', where: `${OF_FAMILY} AND t.asked_by = :account`, key: 't.id' },
  },
  {
    name: 'mandates',
    tables: ['mandates'],
    columns: 't.rum, t.state, t.masked_iban, t.signed_on, t.last_used_on, t.ended_at',
    from: 'mandates t JOIN guardians g ON g.id = t.guardian_id',
    ...{ where: `${OF_FAMILY} AND g.account_id = :account`, key: 't.id' },
  },
  {
    name: 'paymentPlans',
    tables: ['payment_plans'],
    columns: 't.total_cents, t.agreed_on, t.ended_on, t.ended_for',
    ...{ from: 'payment_plans t', where: OF_FAMILY, key: 't.id' },
  },
  {
    name: 'reminders',
    tables: ['reminders'],
    columns: 't.step, t.channel, t.made_on, t.total_cents',
    ...{ from: 'reminders t', where: OF_FAMILY, key: 't.id' },
  },
  {
    name: 'certificates',
    tables: ['tax_certificates'],
    columns: 't.tax_year, t.number, t.issued_on, t.total_cents',
    ...{ from: 'tax_certificates t', where: OF_FAMILY, key: 't.id' },
  },
  {
    name: 'claims',
    tables: ['claim_pieces'],
    columns: 't.debt_number, t.amount_cents, t.state',
    ...{ from: 'claim_pieces t', where: `${OF_FAMILY} AND t.state <> 'CANCELLED'`, key: 't.id' },
  },
];
