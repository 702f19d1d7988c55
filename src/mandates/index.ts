import { MandateRow } from './data/mandate.entity.js';
import { SepaSettingsRow } from './data/sepa-settings.entity.js';

export * from './rules/index.js';
export { MandatesModule } from './mandates.module.js';
export { type DebitNotice, FindDebitNotices } from './actions/find-debit-notices.js';
export { FindMandates } from './actions/find-mandates.js';
export { FindSepaSettings } from './actions/find-sepa-settings.js';
export {
  type MandateForDebit,
  type MandateInForce,
  MandatesForDebit,
  type OpenedMandate,
} from './actions/mandates-for-debit.js';
export { SuspendMandate } from './actions/suspend-mandate.js';
export { mandatesProblems } from './problems.js';

export const mandatesEntities = [SepaSettingsRow, MandateRow];
