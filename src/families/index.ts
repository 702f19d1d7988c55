import { AuthorisedPersonRow } from './data/authorised-person.entity.js';
import { BarredPersonRow } from './data/barred-person.entity.js';
import { ChangeProposalRow } from './data/change-proposal.entity.js';
import { ChildRow } from './data/child.entity.js';
import { CustodySwapDayRow } from './data/custody-swap-day.entity.js';
import { CustodySwapRow } from './data/custody-swap.entity.js';
import { CustodyRow } from './data/custody.entity.js';
import { FamilyRegisterRow } from './data/family-register.entity.js';
import { FamilyRow } from './data/family.entity.js';
import { GuardianRow } from './data/guardian.entity.js';
import { QuotientRow } from './data/quotient.entity.js';

export { FamiliesModule } from './families.module.js';
export { ChildRow, GuardianRow };
export { CurrentFamily, ForFamily } from './api/for-family.js';
export { type FamilyAccess } from './api/family.guard.js';
export { FindRecipients, type Recipient } from './actions/find-recipients.js';
export { ListSwaps, type ShownSwap } from './actions/custody/list-swaps.js';
export { MailSwap } from './actions/custody/mail-swap.js';
export { SwapCustody } from './actions/custody/swap-custody.js';
export { SWAP_STATES, type SwapState } from './rules/custody-swap.js';
export { type AtTheGate, FindPersons } from './actions/persons/find-persons.js';
export { ChangeChild } from './actions/change-child.js';
export { FindFamilies } from './actions/find-families.js';
export { FindChildren, FindChildrenOfFamily } from './actions/find-children.js';
export { type CustodyBook, LoadCustody } from './actions/custody/load-custody.js';
export { type HouseholdBook, LoadHouseholds } from './actions/load-households.js';
export { LoadQuotients, type QuotientBook } from './actions/quotients/load-quotients.js';
export { MayFollowChild } from './actions/may-follow-child.js';
export { ProposeChanges } from './actions/proposals/propose-changes.js';
export { familiesProblems } from './problems.js';
export { custodySwapConfirmed, servicesWished } from './events.js';
export { type ChildCard, type FamilyCard, mailAddressesOf } from './rules/family-card.js';
export { schoolLevelOf } from './rules/school-level.js';

export const familiesEntities = [
  FamilyRow,
  GuardianRow,
  ChildRow,
  CustodyRow,
  CustodySwapDayRow,
  CustodySwapRow,
  QuotientRow,
  ChangeProposalRow,
  FamilyRegisterRow,
  AuthorisedPersonRow,
  BarredPersonRow,
];
