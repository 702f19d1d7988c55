import type { Cents } from '../../kernel/money.js';

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
  /** New collections that were posted, counted in what was recorded. */
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

/** The money that a file brought, as it was recorded. */
export type RecordedMoney = Required<
  Pick<FileSummary, 'collections' | 'collectedCents' | 'reversedCents' | 'writtenOffCents'>
>;

const MOST = 500;

/** Counts while a file is read, from where an earlier reading stopped. */
export class FileSummaries {
  readonly #counts = { accepted: 0, rejected: 0, taken: 0, cancelled: 0 };
  readonly #unmatched: string[];
  readonly #toReview: string[];
  #unmatchedCount: number;
  #toReviewCount: number;

  constructor(earlier: FileSummary | null) {
    if (earlier) {
      const { accepted, rejected, taken, cancelled } = earlier;
      this.#counts = { accepted, rejected, taken, cancelled };
    }
    this.#unmatched = [...(earlier?.unmatched ?? [])];
    this.#toReview = [...(earlier?.toReview ?? [])];
    this.#unmatchedCount = earlier?.unmatchedCount ?? 0;
    this.#toReviewCount = earlier?.toReviewCount ?? 0;
  }

  count(what: 'accepted' | 'rejected' | 'taken' | 'cancelled'): void {
    this.#counts[what] += 1;
  }

  unmatched(line: string): void {
    this.#unmatchedCount += 1;
    if (this.#unmatched.length < MOST) this.#unmatched.push(line);
  }

  toReview(line: string): void {
    this.#toReviewCount += 1;
    if (this.#toReview.length < MOST) this.#toReview.push(line);
  }

  end(money: RecordedMoney, refusal?: string): FileSummary {
    return {
      ...(refusal === undefined ? {} : { refusal }),
      ...this.#counts,
      ...money,
      unmatchedCount: this.#unmatchedCount,
      unmatched: [...this.#unmatched],
      toReviewCount: this.#toReviewCount,
      toReview: [...this.#toReview],
    };
  }
}
