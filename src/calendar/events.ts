import { eventKind } from '../platform/outbox/outbox.js';

/** Dates are ISO texts, both included; `siteId` null means every site. */
export interface ClosureToldOf {
  readonly collectiviteId: number;
  readonly closureId: number;
  readonly siteId: number | null;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export const closureDeclared = eventKind<ClosureToldOf>('calendar.closure-declared');
/** The row is gone; another closure may still hold some of the days. */
export const closureRemoved = eventKind<ClosureToldOf>('calendar.closure-removed');
