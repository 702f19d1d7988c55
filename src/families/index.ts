import { ChangeProposalRow } from './data/change-proposal.entity.js';
import { ChildRow } from './data/child.entity.js';
import { CustodyRow } from './data/custody.entity.js';
import { FamilyRegisterRow } from './data/family-register.entity.js';
import { FamilyRow } from './data/family.entity.js';
import { GuardianRow } from './data/guardian.entity.js';
import { QuotientRow } from './data/quotient.entity.js';

export { FamiliesModule } from './families.module.js';
export { ChangeProposalRow, ChildRow, CustodyRow, FamilyRow, GuardianRow, QuotientRow };
export { CurrentFamily, ForFamily } from './api/for-family.js';
export { type FamilyAccess, FamilyGuard } from './api/family.guard.js';
export { FindFamilies } from './actions/find-families.js';
export { FindChildren, FindChildrenOfFamily } from './actions/find-children.js';
export { type CustodyBook, LoadCustody } from './actions/load-custody.js';
export { LoadQuotients, type QuotientBook } from './actions/load-quotients.js';
export { ChangeCustody, type CustodyChange } from './actions/change-custody.js';
export { CreateChild, type NewChild } from './actions/create-child.js';
export { CreateFamily, type NewFamily } from './actions/create-family.js';
export { DecideProposal, type Decision } from './actions/decide-proposal.js';
export { LookAtHealth } from './actions/look-at-health.js';
export { type ChangesToPropose, ProposeChanges, type ProposedChange } from './actions/propose-changes.js';
export { type TypedQuotient, WriteQuotient } from './actions/write-quotient.js';
export { type FileToImport, ImportFamilies } from './actions/import-families.js';
export { familiesProblems } from './problems.js';
export { servicesWished } from './events.js';
export { type ChildCard, type FamilyCard, type GuardianCard, mailAddressesOf } from './rules/family-card.js';
export { childKey, foldedText } from './rules/child-identity.js';
export { type CustodySpan, type CustodyWeeks, familyInCharge } from './rules/custody.js';
export { type DatedQuotient, parseQuotient } from './rules/quotient.js';
export type { Civility, Sex } from './rules/import-shape.js';

export const familiesEntities = [
  FamilyRow,
  GuardianRow,
  ChildRow,
  CustodyRow,
  QuotientRow,
  ChangeProposalRow,
  FamilyRegisterRow,
];
