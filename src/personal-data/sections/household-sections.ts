import { CHILD_HAD, CHILDREN_NO_LONGER_HAD } from './custody.js';
import type { Section } from './section.js';

/** A PAI that serves no more is still a line here, without its papers: the reader must not look for them. */
const CARE_PLAN_IN_FRENCH = `CASE p.state
  WHEN 'RECEIVED' THEN 'reçu : la mairie ne l’a pas encore lu'
  WHEN 'IN_FORCE' THEN 'en vigueur'
  WHEN 'REFUSED' THEN 'refusé : ses documents sont effacés'
  WHEN 'REPLACED' THEN 'remplacé par un autre : ses documents sont effacés'
  ELSE 'terminé : ses documents sont effacés' END`;

/** Who the guardian, the foyer and its children are. Of the other guardian and the other foyer, nothing. */
export const HOUSEHOLD_SECTIONS: readonly Section[] = [
  {
    name: 'account',
    tables: ['accounts'],
    columns: 'a.email, a.first_name, a.last_name, a.created_at, a.password_changed_at',
    ...{ from: 'accounts a', where: 'a.id = :account', key: 'a.id' },
  },
  {
    name: 'sessions',
    tables: ['login_sessions'],
    columns: 's.created_at, s.expires_at, s.ended_at, s.end_reason',
    ...{ from: 'login_sessions s', where: 's.account_id = :account', key: 's.id' },
  },
  {
    name: 'roles',
    tables: ['memberships'],
    columns: 'm.role, m.granted_at',
    from: 'memberships m',
    ...{ where: 'm.collectivite_id = :collectivite AND m.account_id = :account', key: 'm.id' },
  },
  {
    name: 'family',
    tables: ['families'],
    columns:
      'f.id AS family_id, f.name, f.address_line1, f.address_line2, f.postal_code, f.city, f.allocataire_number, f.residency, f.external_ref, f.created_at',
    ...{ from: 'families f', where: 'f.collectivite_id = :collectivite AND f.id = :family', key: 'f.id' },
  },
  {
    name: 'guardian',
    tables: ['guardians'],
    columns: 'g.position, g.civility, g.last_name, g.first_name, g.email, g.phone',
    from: 'guardians g',
    ...{
      where: 'g.collectivite_id = :collectivite AND g.family_id = :family AND g.account_id = :account',
      key: 'g.id',
    },
  },
  {
    name: 'children',
    tables: ['children'],
    columns:
      'c.id AS child_id, c.last_name, c.first_name, c.birth_date, c.sex, s.name AS school, c.class_name, m.label AS menu, c.has_pai, c.wished_services',
    from: 'children c JOIN menu_types m ON m.id = c.menu_type_id LEFT JOIN sites s ON s.id = c.site_id',
    ...{ where: `c.collectivite_id = :collectivite AND c.id ${CHILD_HAD}`, key: 'c.id' },
    ...{ flags: ['hasPai'], json: ['wishedServices'] },
  },
  {
    name: 'formerChildren',
    tables: ['children'],
    columns: 'c.id AS child_id, c.last_name, c.first_name, c.birth_date',
    from: `children c JOIN ${CHILDREN_NO_LONGER_HAD} h ON h.child_id = c.id`,
    ...{ where: 'c.collectivite_id = :collectivite', key: 'c.id' },
  },
  {
    name: 'custodies',
    tables: ['custodies'],
    columns: 'c.child_id, c.weeks, c.from_date, c.to_date',
    from: 'custodies c',
    ...{ where: 'c.collectivite_id = :collectivite AND c.family_id = :family', key: 'c.id' },
  },
  {
    name: 'custodySwapsAsked',
    tables: ['custody_swaps', 'custody_swap_days'],
    columns: 's.child_id, d.date, s.state, s.asked_at, s.answered_at',
    from: 'custody_swap_days d JOIN custody_swaps s ON s.id = d.swap_id',
    where: 'd.collectivite_id = :collectivite AND s.asking_family_id = :family AND s.asked_by = :account',
    key: 'd.id',
  },
  {
    name: 'quotients',
    tables: ['quotients'],
    columns: 'q.value_hundredths, q.from_date, q.to_date',
    from: 'quotients q',
    ...{ where: 'q.collectivite_id = :collectivite AND q.family_id = :family', key: 'q.id' },
  },
  {
    name: 'corrections',
    tables: ['change_proposals'],
    columns: 'p.subject, p.field, p.old_value, p.new_value, p.state, p.refusal_reason, p.proposed_at, p.decided_at',
    from: 'change_proposals p',
    where: 'p.collectivite_id = :collectivite AND p.family_id = :family AND p.proposed_by = :account',
    key: 'p.id',
  },
  {
    name: 'authorisedPersons',
    tables: ['authorised_persons'],
    columns: 'p.child_id, p.last_name, p.first_name, p.relation, p.phone, p.state, p.proposed_at, p.decided_at',
    from: 'authorised_persons p',
    where: 'p.collectivite_id = :collectivite AND p.family_id = :family AND p.proposed_by = :account',
    key: 'p.id',
  },
  {
    name: 'carePlans',
    tables: ['care_plans'],
    columns: `p.child_id, p.state, ${CARE_PLAN_IN_FRENCH} AS state_in_french, p.valid_until, p.sent_at, p.decided_at`,
    from: 'care_plans p',
    ...{ where: 'p.collectivite_id = :collectivite AND p.family_id = :family', key: 'p.id' },
  },
  {
    name: 'invitations',
    tables: ['invitations'],
    columns: 'i.email, i.created_at, i.sent_at, i.opened_at, i.used_at, i.expires_at',
    from: 'invitations i JOIN guardians g ON g.id = i.guardian_id',
    where: 'i.collectivite_id = :collectivite AND g.family_id = :family AND g.account_id = :account',
    key: 'i.id',
  },
];
