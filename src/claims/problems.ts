import { declareProblems } from '../kernel/problem.js';

export const claimsProblems = declareProblems({
  TREASURY_SETTINGS_MISSING: {
    status: 422,
    title: 'Réglages de la Trésorerie à compléter',
    when: 'What the Trésorerie gave (codique, SIRET, codes…) was not entered yet, or is not formed as it must be. Complete the settings.',
    inFrench:
      'Ce que la Trésorerie a donné (codique, SIRET, codes…) n’est pas encore saisi, ou est mal formé. Complétez les réglages.',
  },
  CLAIM_BATCH_NOT_READY: {
    status: 409,
    title: 'Bordereau pas encore prêt',
    when: 'The bordereau is being composed, has no file yet, or its file is refused by the schema. Look at its state.',
    inFrench:
      'Le bordereau est en préparation, n’a pas encore de fichier, ou le schéma refuse celui-ci. Consultez son état.',
  },
  CLAIM_NOTICE_NOT_PRINTED: {
    status: 409,
    title: 'Avis qui n’est pas imprimé ici',
    when: 'The DGFiP prints the avis, the bordereau is a reduction or the titre of a public body, or the settings lack what an avis says. Look at the settings.',
    inFrench:
      'La DGFiP imprime l’avis, le bordereau est une réduction ou le titre d’un organisme public, ou les réglages ne disent pas tout ce qu’un avis dit. Consultez les réglages.',
  },
  CLAIM_NOT_RETURNABLE: {
    status: 409,
    title: 'La créance ne peut pas revenir à la régie',
    when: 'The piece was paid, has come back already, or is a reduction. Look at the piece.',
    inFrench: 'La pièce a été payée, est déjà revenue, ou réduit un autre titre. Consultez la pièce.',
  },
  CLAIM_TITRE_REFUSED: {
    status: 422,
    title: 'Titre à ne pas établir',
    when: 'The titre of a rôle or of the régie cannot be made: not of this bordereau or report, not asked for in the settings, nothing in it, or incomplete. `errors` say what to complete.',
    inFrench:
      'Le titre d’un rôle ou de la régie ne peut pas être établi : ni rôle ni état d’un mois clos, non demandé dans les réglages, vide ou incomplet. `errors` dit quoi compléter.',
  },
  TREASURY_FILE_REFUSED: {
    status: 422,
    title: 'Fichier de la Trésorerie refusé',
    when: 'No file was sent, or it is larger than what is accepted. Send one file of the Trésorerie.',
    inFrench: 'Aucun fichier n’a été envoyé, ou il est trop volumineux. Envoyez un fichier de la Trésorerie.',
  },
});
