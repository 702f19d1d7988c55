import { CHILD_HAD, CHILDREN_NO_LONGER_HAD } from './custody.js';
import type { Section } from './section.js';

const SESSION = 'JOIN sessions s ON s.id = t.session_id JOIN prestations p ON p.id = s.prestation_id';
const OF_FAMILY = 't.collectivite_id = :collectivite AND t.family_id = :family';

/** What was enrolled, booked, waited for, said and recorded of the children, for this foyer. */
export const DAYS_SECTIONS: readonly Section[] = [
  {
    name: 'enrolments',
    tables: ['enrolments'],
    columns: 't.child_id, p.name AS prestation, t.from_date, t.to_date, t.days_per_week, t.supplements',
    from: 'enrolments t JOIN prestations p ON p.id = t.prestation_id',
    where: `t.collectivite_id = :collectivite AND t.child_id ${CHILD_HAD}`,
    ...{ key: 't.id', json: ['supplements'] },
  },
  {
    // One that goes on for the other foyer is told until the last day of this one; its days and supplements may be new.
    name: 'formerEnrolments',
    tables: ['enrolments'],
    columns:
      't.child_id, p.name AS prestation, t.from_date, CASE WHEN t.to_date <= h.ended_on THEN t.to_date ELSE h.ended_on END AS to_date',
    from: `enrolments t JOIN prestations p ON p.id = t.prestation_id JOIN ${CHILDREN_NO_LONGER_HAD} h ON h.child_id = t.child_id`,
    where: 't.collectivite_id = :collectivite AND t.from_date <= h.ended_on',
    key: 't.id',
  },
  {
    name: 'waivers',
    tables: ['family_waivers'],
    columns: 't.kind, t.from_date, t.to_date, t.proof, t.granted_at, t.ended_at',
    ...{ from: 'family_waivers t', where: OF_FAMILY, key: 't.id' },
  },
  {
    name: 'basket',
    tables: ['baskets', 'basket_lines'],
    columns: 't.child_id, s.date, p.name AS prestation, t.added_at, t.supplements',
    from: `basket_lines t JOIN baskets b ON b.id = t.basket_id ${SESSION}`,
    where: 't.collectivite_id = :collectivite AND b.family_id = :family AND b.account_id = :account',
    ...{ key: 't.id', json: ['supplements'] },
  },
  {
    name: 'validations',
    tables: ['basket_validations'],
    columns: 't.validated_at, t.accepted, t.refused, t.paid_at',
    ...{ from: 'basket_validations t', where: `${OF_FAMILY} AND t.account_id = :account`, key: 't.id' },
  },
  {
    name: 'reservations',
    tables: ['reservations'],
    columns:
      't.child_id, s.date, p.name AS prestation, t.state, t.unit_cents, t.paid_cents, t.booked_at, t.cancelled_at, t.supplements, t.price_explanation',
    from: `reservations t ${SESSION}`,
    ...{ where: OF_FAMILY, key: 't.id', json: ['supplements', 'priceExplanation'] },
  },
  {
    name: 'lateRequests',
    tables: ['late_requests'],
    columns: 't.child_id, s.date, p.name AS prestation, t.operation, t.state, t.asked_at, t.decided_at, t.answer',
    ...{ from: `late_requests t ${SESSION}`, where: OF_FAMILY, key: 't.id' },
  },
  {
    name: 'waitingLists',
    tables: ['waiting_entries'],
    columns: 't.child_id, s.date, p.name AS prestation, t.state, t.joined_at, t.offered_at, t.ended_at',
    ...{ from: `waiting_entries t ${SESSION}`, where: OF_FAMILY, key: 't.id' },
  },
  {
    name: 'absences',
    tables: ['absences'],
    columns: 't.child_id, t.from_date, t.to_date, t.kind, t.note, t.declared_at, t.withdrawn_at',
    ...{ from: 'absences t', where: OF_FAMILY, key: 't.id' },
  },
  {
    name: 'attendances',
    tables: ['attendances'],
    columns: 't.child_id, t.date, p.name AS prestation, t.state, t.arrived_at, t.left_at, t.recorded_at',
    ...{ from: `attendances t ${SESSION}`, where: OF_FAMILY, key: 't.id' },
  },
  {
    name: 'reglementAcceptances',
    tables: ['reglement_acceptances'],
    columns: 't.version, t.applied_on, t.accepted_at',
    from: 'reglement_acceptances t',
    ...{ where: 't.collectivite_id = :collectivite AND t.account_id = :account', key: 't.id' },
  },
  {
    name: 'calendarFeeds',
    tables: ['calendar_feeds'],
    columns: 't.child_id, t.created_at',
    ...{ from: 'calendar_feeds t', where: `${OF_FAMILY} AND t.account_id = :account`, key: 't.id' },
  },
  {
    name: 'demandes',
    tables: ['demandes'],
    columns:
      't.id AS demande_id, t.reference, t.category, t.subject, t.state, t.from_date, t.to_date, t.created_at, t.updated_at',
    ...{ from: 'demandes t', where: `${OF_FAMILY} AND t.account_id = :account`, key: 't.id' },
  },
  {
    name: 'demandeChildren',
    tables: ['demande_children'],
    columns: 't.demande_id, t.child_id',
    from: 'demande_children t JOIN demandes d ON d.id = t.demande_id',
    where: 't.collectivite_id = :collectivite AND d.family_id = :family AND d.account_id = :account',
    key: 't.id',
  },
  {
    // What the other guardian of the foyer wrote in them is theirs.
    name: 'messages',
    tables: ['demandes'],
    columns: 't.demande_id, t.from_mairie, t.body, t.written_at',
    from: 'demande_messages t JOIN demandes d ON d.id = t.demande_id',
    where:
      't.collectivite_id = :collectivite AND d.family_id = :family AND d.account_id = :account AND (t.from_mairie = 1 OR t.author_id = :account)',
    ...{ key: 't.id', flags: ['fromMairie'] },
  },
  {
    name: 'documents',
    tables: ['family_documents'],
    columns: 't.title, t.published_at, t.withdrawn_at',
    ...{ from: 'family_documents t', where: OF_FAMILY, key: 't.id' },
  },
];
