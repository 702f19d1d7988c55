import { Temporal } from '../../kernel/civil-time.js';

export const ARTICLE_STATES = ['DRAFT', 'PUBLISHED', 'WITHDRAWN'] as const;
export type ArticleState = (typeof ARTICLE_STATES)[number];

export interface ArticleWindow {
  readonly visibleFrom: Temporal.Instant | null;
  readonly visibleUntil: Temporal.Instant | null;
}

export function isWindow({ visibleFrom, visibleUntil }: ArticleWindow): boolean {
  return !visibleFrom || !visibleUntil || Temporal.Instant.compare(visibleFrom, visibleUntil) < 0;
}

/**
 * The window with which an article is published at `now`: it starts at once unless told. Null when it would be over
 * before anyone sees it.
 */
export function windowAtPublication(wanted: ArticleWindow, now: Temporal.Instant): ArticleWindow | null {
  const window = { visibleFrom: wanted.visibleFrom ?? now, visibleUntil: wanted.visibleUntil };
  const isOver = window.visibleUntil !== null && Temporal.Instant.compare(window.visibleUntil, now) <= 0;
  return isOver || !isWindow(window) ? null : window;
}
