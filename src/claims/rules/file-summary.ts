import type { Cents } from '../../kernel/money.js';
import type { KeyedCollection } from './collections.js';

/** An acquit: what entered. A PES Retour: what became of it. */
export const FILE_KINDS = ['ACQUIT', 'RETOUR'] as const;
export type FileKind = (typeof FILE_KINDS)[number];

export const FILE_STATES = ['RECEIVED', 'READ', 'REFUSED'] as const;
export type FileState = (typeof FILE_STATES)[number];

/** What a file of the Trésorerie said, and what was done with it. Lists hold the first hundreds; counts are exact. */
export interface FileSummary {
  /** Why it could not be read, in French. */
  readonly refusal?: string;
  readonly accepted: number;
  readonly rejected: number;
  readonly taken: number;
  readonly cancelled: number;
  /** New collections that were posted. */
  readonly collections: number;
  readonly collectedCents: Cents;
  /** New: taken back of what was received; given up. Absent in the summaries of before. */
  readonly reversedCents?: Cents;
  readonly writtenOffCents?: Cents;
  /** What matches nothing of ours. */
  readonly unmatchedCount: number;
  readonly unmatched: readonly string[];
  /** What a person must look at. */
  readonly toReviewCount: number;
  readonly toReview: readonly string[];
}

const MOST = 500;
const CENTS_OF = { MONEY: 'collectedCents', REVERSAL: 'reversedCents', WRITE_OFF: 'writtenOffCents' } as const;

/** Counts while a file is read. */
export class FileSummaries {
  readonly #counts = { accepted: 0, rejected: 0, taken: 0, cancelled: 0, collections: 0 };
  readonly #cents = { collectedCents: 0, reversedCents: 0, writtenOffCents: 0 };
  readonly #unmatched: string[] = [];
  readonly #toReview: string[] = [];
  #unmatchedCount = 0;
  #toReviewCount = 0;

  count(what: 'accepted' | 'rejected' | 'taken' | 'cancelled'): void {
    this.#counts[what] += 1;
  }

  moved({ kind, cents }: Pick<KeyedCollection, 'kind' | 'cents'>): void {
    if (kind === 'MONEY') this.#counts.collections += 1;
    this.#cents[CENTS_OF[kind]] += cents;
  }

  unmatched(line: string): void {
    this.#unmatchedCount += 1;
    if (this.#unmatched.length < MOST) this.#unmatched.push(line);
  }

  toReview(line: string): void {
    this.#toReviewCount += 1;
    if (this.#toReview.length < MOST) this.#toReview.push(line);
  }

  end(refusal?: string): FileSummary {
    return {
      ...(refusal === undefined ? {} : { refusal }),
      ...this.#counts,
      ...this.#cents,
      unmatchedCount: this.#unmatchedCount,
      unmatched: this.#unmatched,
      toReviewCount: this.#toReviewCount,
      toReview: this.#toReview,
    };
  }
}
