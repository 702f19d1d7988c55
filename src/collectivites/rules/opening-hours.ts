import type { Weekday } from '../../kernel/civil-time.js';

export interface OpeningSpan {
  readonly weekday: Weekday;
  /** `HH:MM`. */
  readonly opensAt: string;
  readonly closesAt: string;
}

export interface OpeningFault {
  readonly index: number;
  readonly fault: 'REVERSED' | 'OVERLAPS';
}

/** What is wrong with each span, by its position: it ends before it starts, or it meets an earlier one of its day. */
export function openingFaults(spans: readonly OpeningSpan[]): OpeningFault[] {
  return spans.flatMap((span, index): OpeningFault[] => {
    if (span.closesAt <= span.opensAt) return [{ index, fault: 'REVERSED' }];
    const overlaps = spans
      .slice(0, index)
      .some(
        (other) => other.weekday === span.weekday && other.opensAt < span.closesAt && span.opensAt < other.closesAt,
      );
    return overlaps ? [{ index, fault: 'OVERLAPS' }] : [];
  });
}
