import { amount, type LedgerRule } from './ledger-rule.js';

/** A day is charged once by what is in force, and a basket that was paid at booking is one invoice, of what it was promised. */
export const BILLING_RULES: readonly LedgerRule[] = [
  {
    // A charge says what was billed of its day before it; credit notes only ever lower that.
    sql: `SELECT c.collectivite_id, c.id AS subject, SUM(b.amount_cents - b.credited_cents) AS found,
            COALESCE(JSON_EXTRACT(c.explanation, '$.before.cents'), 0) AS expected
          FROM charges c
          JOIN billing_runs r ON r.id = c.billing_run_id AND r.state IN ('ISSUING', 'ISSUED')
          JOIN charges b ON b.session_id = c.session_id AND b.child_id = c.child_id AND b.charge_rank < c.charge_rank
            AND b.family_id = c.family_id AND b.collectivite_id = c.collectivite_id
          JOIN billing_runs earlier ON earlier.id = b.billing_run_id AND earlier.state IN ('ISSUING', 'ISSUED')
          WHERE c.charge_rank > 1
          GROUP BY c.collectivite_id, c.id, c.explanation
          HAVING SUM(b.amount_cents - b.credited_cents) > COALESCE(JSON_EXTRACT(c.explanation, '$.before.cents'), 0)`,
    tell: ({ subject, found, expected }) =>
      `la consommation n° ${subject} compte ${amount(expected)} déjà facturés de sa séance, et il y en a ${amount(found)}.`,
  },
  {
    sql: `SELECT k.collectivite_id, k.id AS subject, i.id AS found, i.family_id AS expected
          FROM billed_bookings k
          JOIN basket_validations v ON v.id = k.validation_id
          JOIN invoices i ON i.id = k.invoice_id
          JOIN billing_runs r ON r.id = i.billing_run_id
          WHERE r.kind <> 'BOOKING' OR i.state NOT IN ('ISSUED', 'NOTHING_DUE')
            OR i.family_id <> v.family_id OR i.collectivite_id <> k.collectivite_id`,
    tell: ({ subject, found }) =>
      `le panier payé n° ${subject} cite la facture d’identifiant ${found}, qui n’est pas celle d’un panier de sa famille.`,
  },
  {
    sql: `SELECT i.collectivite_id, i.id AS subject, COUNT(k.id) AS found, 1 AS expected
          FROM invoices i
          JOIN billing_runs r ON r.id = i.billing_run_id AND r.kind = 'BOOKING'
          LEFT JOIN billed_bookings k ON k.invoice_id = i.id
          GROUP BY i.collectivite_id, i.id
          HAVING COUNT(k.id) <> 1`,
    tell: ({ subject, found }) =>
      `la facture d’identifiant ${subject} règle un panier payé à la réservation, et ${found} paniers la citent.`,
  },
  {
    // A price that was promised again since is that of its last promise.
    sql: `SELECT c.collectivite_id, c.id AS subject, c.amount_cents AS found, h.unit_cents AS expected
          FROM billed_bookings k
          JOIN charges c ON c.invoice_id = k.invoice_id AND c.charge_rank = 1
          JOIN place_holds h ON h.validation_id = k.validation_id AND h.session_id = c.session_id AND h.child_id = c.child_id
          JOIN reservations r ON r.id = h.reservation_id AND r.promised_at IS NULL
          WHERE c.amount_cents <> h.unit_cents`,
    tell: ({ subject, found, expected }) =>
      `la consommation n° ${subject}, payée ${amount(expected)} à la réservation, est facturée ${amount(found)}.`,
  },
];
