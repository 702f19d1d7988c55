import { declareProblems } from '../kernel/problem.js';

export const demandesProblems = declareProblems({
  ATTACHMENT_TYPE_REFUSED: {
    status: 422,
    title: 'Pièce jointe refusée',
    when: 'A file is not a PDF, JPEG, PNG, WebP or HEIC by its content, its name says something else, or it is encrypted; nothing was kept.',
  },
  DEMANDE_CLOSED: {
    status: 409,
    title: 'Demande close',
    when: 'Nobody writes in a closed demande: the parent sends a new one, an agent may reopen it.',
  },
  DEMANDE_STATE_REFUSED: {
    status: 409,
    title: 'Changement d’état impossible',
    when: 'A demande does not go from its state to the one asked for; read it again.',
  },
  DOCUMENT_WITHDRAWN: {
    status: 409,
    title: 'Document déjà retiré',
    when: 'The document was withdrawn before.',
  },
});
