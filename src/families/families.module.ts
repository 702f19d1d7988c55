import { Module } from '@nestjs/common';
import { CollectivitesModule } from '../collectivites/index.js';
import { IdentityModule } from '../identity/index.js';
import { AddGuardian } from './actions/add-guardian.js';
import { ChangeChild } from './actions/change-child.js';
import { ChangeCustody } from './actions/custody/change-custody.js';
import { ChangeFamily } from './actions/change-family.js';
import { ChangeGuardian } from './actions/change-guardian.js';
import { CreateChild } from './actions/create-child.js';
import { CreateFamily } from './actions/create-family.js';
import { BarPerson } from './actions/persons/bar-person.js';
import { DecidePerson } from './actions/persons/decide-person.js';
import { FindPersons } from './actions/persons/find-persons.js';
import { HoldChildren } from './actions/persons/hold-children.js';
import { MailPerson } from './actions/persons/mail-person.js';
import { NamePerson } from './actions/persons/name-person.js';
import { DecideProposal } from './actions/proposals/decide-proposal.js';
import { FindChildren, FindChildrenOfFamily } from './actions/find-children.js';
import { FindFamilies } from './actions/find-families.js';
import { FindRecipients } from './actions/find-recipients.js';
import { ImportFamilies } from './actions/imports/import-families.js';
import { ListMyFamilies } from './actions/list-my-families.js';
import { ListProposals } from './actions/proposals/list-proposals.js';
import { ListCustodyDays } from './actions/custody/list-custody-days.js';
import { ListSwaps } from './actions/custody/list-swaps.js';
import { LoadCustody } from './actions/custody/load-custody.js';
import { LoadHouseholds } from './actions/load-households.js';
import { LoadQuotients } from './actions/quotients/load-quotients.js';
import { LoadRegister } from './actions/load-register.js';
import { LookAtHealth } from './actions/look-at-health.js';
import { MayFollowChild } from './actions/may-follow-child.js';
import { MailSwap } from './actions/custody/mail-swap.js';
import { ProposeChanges } from './actions/proposals/propose-changes.js';
import { WithdrawProposal } from './actions/proposals/withdraw-proposal.js';
import { SearchFamilies } from './actions/search-families.js';
import { ShowFamily } from './actions/show-family.js';
import { SwapCustody } from './actions/custody/swap-custody.js';
import { TodayIn } from './actions/today-in.js';
import { WriteImport } from './actions/imports/write-import.js';
import { WriteQuotient } from './actions/quotients/write-quotient.js';
import { ChangeProposalsController } from './api/change-proposals.controller.js';
import { ChildrenController } from './api/children.controller.js';
import { FamiliesController } from './api/families.controller.js';
import { FamilyGuard } from './api/family.guard.js';
import { FamilyImportsController } from './api/family-imports.controller.js';
import { MyCustodyController } from './api/my-custody.controller.js';
import { MyFamiliesController } from './api/my-families.controller.js';
import { MyPersonsController } from './api/my-persons.controller.js';
import { PersonsController } from './api/persons.controller.js';
import { ProposalSubjects } from './data/proposal-subjects.js';
import { HoldFamily } from './data/hold-family.js';
import { TakeTurn } from './data/take-turn.js';

const OFFERED = [
  FindFamilies,
  FindChildren,
  FindChildrenOfFamily,
  FindRecipients,
  FindPersons,
  ListSwaps,
  MailSwap,
  SwapCustody,
  LoadCustody,
  LoadHouseholds,
  LoadQuotients,
  FamilyGuard,
  ImportFamilies,
  ProposeChanges,
  WithdrawProposal,
  DecideProposal,
  LookAtHealth,
  MayFollowChild,
  CreateFamily,
  CreateChild,
  ChangeChild,
  ChangeCustody,
  WriteQuotient,
];

@Module({
  imports: [IdentityModule, CollectivitesModule],
  controllers: [
    MyFamiliesController,
    MyCustodyController,
    FamiliesController,
    ChildrenController,
    ChangeProposalsController,
    FamilyImportsController,
    MyPersonsController,
    PersonsController,
  ],
  providers: [
    ...OFFERED,
    AddGuardian,
    BarPerson,
    DecidePerson,
    HoldChildren,
    MailPerson,
    NamePerson,
    ChangeFamily,
    ChangeGuardian,
    ListCustodyDays,
    ListMyFamilies,
    ListProposals,
    LoadRegister,
    ProposalSubjects,
    SearchFamilies,
    ShowFamily,
    TakeTurn,
    HoldFamily,
    TodayIn,
    WriteImport,
  ],
  exports: OFFERED,
})
export class FamiliesModule {}
