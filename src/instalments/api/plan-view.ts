import type { ShownPlan } from '../actions/find-plans.js';
import type { PlanDto, PlanForStaffDto } from './payment-plans.dto.js';

/** What the family sees; the note of the mairie is not in it. */
export function planView({ plan, invoices, progress, state }: ShownPlan): PlanDto {
  return {
    planId: plan.id,
    familyId: plan.familyId,
    state,
    agreedOn: plan.agreedOn,
    totalCents: plan.totalCents,
    paidCents: progress.paidCents,
    lateCents: progress.lateCents,
    nextDueOn: progress.nextDueOn,
    endedOn: plan.endedOn,
    endReason: plan.endReason,
    invoices: invoices.map(({ invoiceId, number, agreedCents }) => ({ invoiceId, number, agreedCents })),
    instalments: [...progress.instalments],
  };
}

export function planForStaff(shown: ShownPlan, familyName: string): PlanForStaffDto {
  return { ...planView(shown), familyName, note: shown.plan.note };
}
