import { Module } from '@nestjs/common';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule } from '../families/index.js';
import { IdentityModule } from '../identity/index.js';
import { ChangeDemandeState } from './actions/change-demande-state.js';
import { CheckFiles } from './actions/check-files.js';
import { FindAttachment } from './actions/find-attachment.js';
import { FindConcerned } from './actions/find-concerned.js';
import { FindDemandes } from './actions/find-demandes.js';
import { FindDocuments } from './actions/find-documents.js';
import { KeepMessage } from './actions/keep-message.js';
import { MailAboutDemande } from './actions/mail-about-demande.js';
import { MarkRead } from './actions/mark-read.js';
import { PublishDocument } from './actions/publish-document.js';
import { ReadThread } from './actions/read-thread.js';
import { SendDemande } from './actions/send-demande.js';
import { WriteMessage } from './actions/write-message.js';
import { DemandesController } from './api/demandes.controller.js';
import { DocumentsController } from './api/documents.controller.js';
import { FamilyDemandesController } from './api/family-demandes.controller.js';
import { FamilyDocumentsController } from './api/family-documents.controller.js';

@Module({
  imports: [IdentityModule, CollectivitesModule, FamiliesModule],
  controllers: [FamilyDemandesController, FamilyDocumentsController, DemandesController, DocumentsController],
  providers: [
    CheckFiles,
    KeepMessage,
    MailAboutDemande,
    FindConcerned,
    FindDemandes,
    FindDocuments,
    FindAttachment,
    ReadThread,
    MarkRead,
    SendDemande,
    WriteMessage,
    ChangeDemandeState,
    PublishDocument,
  ],
  exports: [CheckFiles, SendDemande, WriteMessage, ChangeDemandeState, PublishDocument],
})
export class DemandesModule {}
