import {
  DemandeAttachmentRow,
  DemandeChildRow,
  DemandeMessageRow,
  DemandeReadingRow,
  DemandeRow,
} from './data/demande.entity.js';
import { FamilyDocumentRow } from './data/family-document.entity.js';

export { DemandesModule } from './demandes.module.js';
export { type CheckedFile, CheckFiles } from './actions/check-files.js';
export { AnswersAttachment } from './api/file-answer.js';
export { demandesProblems } from './problems.js';

export const demandesEntities = [
  DemandeRow,
  DemandeChildRow,
  DemandeReadingRow,
  DemandeMessageRow,
  DemandeAttachmentRow,
  FamilyDocumentRow,
];
