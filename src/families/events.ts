import { eventKind } from '../platform/outbox/outbox.js';

/** An import said, or said anew, which services a child is expected to use, by the labels of its columns. */
export const servicesWished = eventKind<{
  readonly collectiviteId: number;
  readonly childId: number;
  readonly labels: readonly string[];
}>('families.services-wished');

/** Two foyers agreed on an exchange of days, or signed it at the mairie. */
export const custodySwapConfirmed = eventKind<{
  readonly collectiviteId: number;
  readonly swapId: number;
  readonly familyId: number;
}>('families.custody-swap-confirmed');
