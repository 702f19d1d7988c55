import { isBefore, type Temporal } from '../../kernel/civil-time.js';

/** RECEIVED: the mairie has not read it yet. REPLACED: another is in force. ENDED: its last day is over. */
export const CARE_PLAN_STATES = ['RECEIVED', 'IN_FORCE', 'REFUSED', 'REPLACED', 'ENDED'] as const;
export type CarePlanState = (typeof CARE_PLAN_STATES)[number];

/** Long enough to see a doctor. */
export const TOLD_BEFORE = { days: 30 };

/** Whether the foyers are to be told, on a day, that a PAI ends: from thirty days before its last one, while it holds. */
export function isEnding(validUntil: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return !isBefore(validUntil, today) && !isBefore(today.add(TOLD_BEFORE), validUntil);
}

/** Whether it holds no more on a day: its last one is included. */
export function isOver(validUntil: Temporal.PlainDate, today: Temporal.PlainDate): boolean {
  return isBefore(validUntil, today);
}

const ENDINGS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
};

/** A name that says nothing of the child nor of its health, whatever the sender called the file: « pai-1.pdf ». */
export function neutralName(rank: number, mediaType: string): string {
  return `pai-${rank}.${ENDINGS[mediaType] ?? 'heic'}`;
}
