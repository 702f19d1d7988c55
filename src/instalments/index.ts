import { PaymentPlanRow } from './data/payment-plan.entity.js';
import { PlanInstalmentRow } from './data/plan-instalment.entity.js';
import { PlanInvoiceRow } from './data/plan-invoice.entity.js';
import { PlanSettingsRow } from './data/plan-settings.entity.js';

export * from './rules/index.js';
export { InstalmentsModule } from './instalments.module.js';
export { type DueUnderPlan, DueUnderPlans } from './actions/due-under-plans.js';
export { FindPlans } from './actions/find-plans.js';
export { WatchPlans } from './actions/watch-plans.js';

export const instalmentsEntities = [PaymentPlanRow, PlanInvoiceRow, PlanInstalmentRow, PlanSettingsRow];
