import { DemandeAttachmentRow, DemandeMessageRow, DemandeRow } from './data/demande.entity.js';
import { FamilyDocumentRow } from './data/family-document.entity.js';

export { DemandesModule } from './demandes.module.js';

export const demandesEntities = [DemandeRow, DemandeMessageRow, DemandeAttachmentRow, FamilyDocumentRow];
