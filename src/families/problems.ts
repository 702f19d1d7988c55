import { declareProblems } from '../kernel/problem.js';

export const familiesProblems = declareProblems({
  IMPORT_REFUSED: {
    status: 422,
    title: 'Import refusé',
    when: 'The file has errors and nothing was written; `errors` and `importErrors` list every bad line, with its number, field, value and reason.',
  },
  IMPORT_DISTURBED: {
    status: 409,
    title: 'Import dérangé',
    when: 'The register of families changed while the file was imported; nothing was written, try again.',
  },
  FAMILY_REF_TAKEN: {
    status: 409,
    title: 'Numéro de famille déjà utilisé',
    when: 'Another family of the collectivité has this external number.',
  },
  TOO_MANY_GUARDIANS: {
    status: 422,
    title: 'Deux responsables au plus',
    when: 'The family already has two guardians; change one of them instead.',
  },
  CHILD_ALREADY_KNOWN: {
    status: 409,
    title: 'Enfant déjà connu',
    when: 'A child of the same names and birth date is known to the collectivité; `childId` says which: give it a custody instead.',
  },
  CUSTODY_CONFLICT: {
    status: 422,
    title: 'Gardes incompatibles',
    when: 'Two households would have the child in the same week; `errors` says which custody.',
  },
  QUOTIENT_OVERLAP: {
    status: 422,
    title: 'Quotients qui se chevauchent',
    when: 'The family already has a quotient on some of these dates; end it first, or choose other dates.',
  },
  CORRECTION_NOT_VALID: {
    status: 422,
    title: 'Correction non valable',
    when: 'A proposed value is not one of its field, or the field cannot be corrected; `errors` says why for each.',
  },
  PROPOSAL_ALREADY_DECIDED: {
    status: 409,
    title: 'Proposition déjà traitée',
    when: 'An agent has already accepted or refused this proposal.',
  },
  SWAP_NOT_POSSIBLE: {
    status: 422,
    title: 'Échange de jours impossible',
    when: 'A day is not to come, or its custody does not let the two foyers exchange it; `errors` says which.',
  },
  SWAP_DAYS_TAKEN: {
    status: 409,
    title: 'Jours déjà échangés',
    when: 'One of these days is in another swap of the child, asked or confirmed.',
  },
  SWAP_OVER: {
    status: 409,
    title: 'Échange déjà traité',
    when: 'The swap was answered or withdrawn, or its first day has come.',
  },
  SWAP_ASKED_BY_YOU: {
    status: 403,
    title: 'À l’autre foyer de répondre',
    when: 'The same person cannot ask for a swap and answer it, even as a guardian of both foyers.',
  },
});
