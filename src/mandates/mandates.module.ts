import { Module } from '@nestjs/common';
import { CollectivitesModule } from '../collectivites/index.js';
import { FamiliesModule } from '../families/index.js';
import { IdentityModule } from '../identity/index.js';
import { ChangeSepaSettings } from './actions/change-sepa-settings.js';
import { DrawMandate } from './actions/draw-mandate.js';
import { FindDebitNotices } from './actions/find-debit-notices.js';
import { FindMandates } from './actions/find-mandates.js';
import { FindSepaSettings } from './actions/find-sepa-settings.js';
import { KeepMandate } from './actions/keep-mandate.js';
import { LookAtAccount } from './actions/look-at-account.js';
import { MandateVault } from './actions/mandate-vault.js';
import { MandatesForDebit } from './actions/mandates-for-debit.js';
import { RecordPaperMandate } from './actions/record-paper-mandate.js';
import { RevokeMandate } from './actions/revoke-mandate.js';
import { SignMandate } from './actions/sign-mandate.js';
import { SuspendMandate } from './actions/suspend-mandate.js';
import { TellOfMandate } from './actions/tell-of-mandate.js';
import { FamilyMandatesController } from './api/family-mandates.controller.js';
import { MandatesController } from './api/mandates.controller.js';
import { SepaSettingsController } from './api/sepa-settings.controller.js';

const OFFERED = [FindSepaSettings, FindDebitNotices, FindMandates, MandatesForDebit, SuspendMandate];

@Module({
  imports: [IdentityModule, CollectivitesModule, FamiliesModule],
  controllers: [SepaSettingsController, MandatesController, FamilyMandatesController],
  providers: [
    ...OFFERED,
    ChangeSepaSettings,
    DrawMandate,
    KeepMandate,
    LookAtAccount,
    MandateVault,
    RecordPaperMandate,
    RevokeMandate,
    SignMandate,
    TellOfMandate,
  ],
  exports: OFFERED,
})
export class MandatesModule {}
