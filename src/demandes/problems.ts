import { declareProblems } from '../kernel/problem.js';

export const demandesProblems = declareProblems({
  ATTACHMENT_TYPE_REFUSED: {
    status: 422,
    title: 'Pièce jointe refusée',
    when: 'A file is not a PDF, JPEG, PNG, WebP or HEIC by its content, its name says something else, or it is encrypted; nothing was kept.',
    inFrench:
      'Un fichier n’est pas, par son contenu, un PDF, JPEG, PNG, WebP ou HEIC, son nom dit autre chose, ou il est chiffré ; rien n’a été conservé.',
  },
  DEMANDE_CLOSED: {
    status: 409,
    title: 'Demande close',
    when: 'Nobody writes in a closed demande: the parent sends a new one, an agent may reopen it.',
    inFrench: 'Personne n’écrit dans une demande close : le parent en envoie une nouvelle, un agent peut la rouvrir.',
  },
  DEMANDE_STATE_REFUSED: {
    status: 409,
    title: 'Changement d’état impossible',
    when: 'A demande does not go from its state to the one asked for; read it again.',
    inFrench: 'Une demande ne passe pas de son état à celui qui est demandé ; relisez-la.',
  },
  DOCUMENT_WITHDRAWN: {
    status: 409,
    title: 'Document déjà retiré',
    when: 'The document was withdrawn before.',
    inFrench: 'Le document a déjà été retiré.',
  },
});
