import { declareProblems } from '../kernel/problem.js';

export const familiesProblems = declareProblems({
  IMPORT_REFUSED: {
    status: 422,
    title: 'Import refusé',
    when: 'The file has errors and nothing was written; `errors` and `importErrors` list every bad line, with its number, field, value and reason.',
    inFrench:
      'Le fichier contient des erreurs et rien n’a été écrit ; `errors` et `importErrors` listent chaque ligne fautive, avec son numéro, son champ, sa valeur et la raison.',
  },
  IMPORT_DISTURBED: {
    status: 409,
    title: 'Import dérangé',
    when: 'The register of families changed while the file was imported; nothing was written, try again.',
    inFrench: 'Le fichier des familles a changé pendant l’import ; rien n’a été écrit, essayez de nouveau.',
  },
  FAMILY_REF_TAKEN: {
    status: 409,
    title: 'Numéro de famille déjà utilisé',
    when: 'Another family of the collectivité has this external number.',
    inFrench: 'Une autre famille de la collectivité porte ce numéro externe.',
  },
  TOO_MANY_GUARDIANS: {
    status: 422,
    title: 'Deux responsables au plus',
    when: 'The family already has two guardians; change one of them instead.',
    inFrench: 'La famille a déjà deux responsables ; modifiez plutôt l’un d’eux.',
  },
  CHILD_ALREADY_KNOWN: {
    status: 409,
    title: 'Enfant déjà connu',
    when: 'A child of the same names and birth date is known to the collectivité; `childId` says which: give it a custody instead.',
    inFrench:
      'La collectivité connaît un enfant de mêmes nom, prénom et date de naissance ; `childId` dit lequel : donnez-lui plutôt une garde.',
  },
  CUSTODY_CONFLICT: {
    status: 422,
    title: 'Gardes incompatibles',
    when: 'Two households would have the child in the same week; `errors` says which custody.',
    inFrench: 'Deux foyers auraient l’enfant la même semaine ; `errors` dit quelle garde est en cause.',
  },
  QUOTIENT_OVERLAP: {
    status: 422,
    title: 'Quotients qui se chevauchent',
    when: 'The family already has a quotient on some of these dates; end it first, or choose other dates.',
    inFrench:
      'La famille a déjà un quotient à certaines de ces dates ; donnez-lui d’abord une fin, ou choisissez d’autres dates.',
  },
  CORRECTION_NOT_VALID: {
    status: 422,
    title: 'Correction non valable',
    when: 'A proposed value is not one of its field, or the field cannot be corrected; `errors` says why for each.',
    inFrench:
      'Une valeur proposée ne convient pas à son champ, ou le champ ne peut pas être corrigé ; `errors` dit pourquoi pour chacune.',
  },
  PROPOSAL_ALREADY_DECIDED: {
    status: 409,
    title: 'Proposition déjà traitée',
    when: 'An agent has already accepted or refused this proposal, or who asked for it took it back.',
    inFrench: 'Un agent a déjà accepté ou refusé cette proposition, ou la famille l’a retirée.',
  },
  PERSON_BARRED: {
    status: 422,
    title: 'Personne qui ne peut pas être autorisée',
    when: 'The mairie must not let this person fetch this child; it says why to nobody but its own agents.',
    inFrench:
      'La mairie ne peut pas laisser cette personne venir chercher cet enfant ; elle n’en dit la raison qu’à ses agents.',
  },
  PERSON_ALREADY_DECIDED: {
    status: 409,
    title: 'Réponse déjà donnée',
    when: 'The mairie has already accepted or refused this person.',
    inFrench: 'La mairie a déjà autorisé ou refusé cette personne.',
  },
  TOO_MANY_PERSONS: {
    status: 422,
    title: 'Trop de personnes autorisées',
    when: 'A foyer names ten persons at most for a child; withdraw one first.',
    inFrench: 'Un foyer nomme dix personnes au plus pour un enfant ; retirez-en d’abord une.',
  },
  PERSON_NAMED_BY_OTHER_PARENT: {
    status: 409,
    title: 'Personne déjà nommée par l’autre responsable',
    when: 'The other guardian of the foyer named this person for the child, with another relation or phone. Nothing is changed: withdraw the person first.',
    inFrench:
      'L’autre responsable du foyer a nommé cette personne pour l’enfant, avec un autre lien ou un autre téléphone. Rien n’est changé : retirez-la d’abord.',
  },
  SWAP_NOT_POSSIBLE: {
    status: 422,
    title: 'Échange de jours impossible',
    when: 'A day is not to come, or its custody does not let the two foyers exchange it; `errors` says which.',
    inFrench:
      'Un jour n’est pas à venir, ou sa garde ne permet pas aux deux foyers de l’échanger ; `errors` dit lequel.',
  },
  SWAP_DAYS_TAKEN: {
    status: 409,
    title: 'Jours déjà échangés',
    when: 'One of these days is in another swap of the child, asked or confirmed.',
    inFrench: 'L’un de ces jours fait partie d’un autre échange de l’enfant, demandé ou confirmé.',
  },
  SWAP_OVER: {
    status: 409,
    title: 'Échange déjà traité',
    when: 'The swap was answered or withdrawn, or its first day has come.',
    inFrench: 'L’échange a reçu sa réponse ou a été retiré, ou son premier jour est venu.',
  },
  SWAP_ASKED_BY_YOU: {
    status: 403,
    title: 'À l’autre foyer de répondre',
    when: 'The same person cannot ask for a swap and answer it, even as a guardian of both foyers.',
    inFrench: 'La même personne ne peut pas demander un échange et y répondre, même responsable des deux foyers.',
  },
});
