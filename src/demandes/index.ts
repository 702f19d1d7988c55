import { DemandeAttachmentRow, DemandeMessageRow, DemandeRow } from './data/demande.entity.js';
import { FamilyDocumentRow } from './data/family-document.entity.js';

export { DemandesModule } from './demandes.module.js';
export { DemandeRow };
export { type NewDemande, SendDemande } from './actions/send-demande.js';
export { type NewMessage, WriteMessage } from './actions/write-message.js';
export { ChangeDemandeState } from './actions/change-demande-state.js';
export { type NewDocument, PublishDocument } from './actions/publish-document.js';
export type { DemandeCategory, DemandeState } from './rules/demande-state.js';
export { demandesProblems } from './problems.js';

export const demandesEntities = [DemandeRow, DemandeMessageRow, DemandeAttachmentRow, FamilyDocumentRow];
