import { Temporal } from '../../kernel/civil-time.js';
import { effectAt, type OperationInstants, type Outcome } from '../../reglement/rules/index.js';
import { meetingOf } from './meet-in-order.js';
import type { Meeting } from './month.js';
import { stageAt, type Stages, stagesOf } from './stages.js';

export type Operation = 'ADD' | 'CANCEL';

/** What holds for a family that was waived at a moment, in milliseconds; null: what holds for the others. */
export type WaivedInstants = (familyId: number, operation: Operation, at: number) => OperationInstants | null;

/** What a request meets if it is the first of its kind. */
export interface Foreseen {
  readonly meeting: Meeting;
  /** Late, and not refused: where late requests are counted, others before it may change what it meets. */
  readonly late: boolean;
}

interface Staged {
  readonly stages: Stages;
  readonly foreseen: readonly Foreseen[];
}

/** What bookings and cancellations of one day of service meet under the draft. */
export class MeetingsOfDay {
  private readonly staged: Readonly<Record<Operation, Staged>>;

  constructor(
    private readonly instants: Readonly<Record<Operation, OperationInstants>>,
    private readonly waived: WaivedInstants | null = null,
  ) {
    this.staged = { ADD: stagedOf(instants.ADD), CANCEL: stagedOf(instants.CANCEL) };
  }

  /** `at` is in milliseconds. */
  foresee(familyId: number, operation: Operation, at: number): Foreseen {
    const waived = this.waived?.(familyId, operation, at) ?? null;
    if (waived) return foreseenOf(effectAt(waived, Temporal.Instant.fromEpochMilliseconds(at)));
    const { stages, foreseen } = this.staged[operation];
    return foreseen[stageAt(stages, at)]!;
  }

  /** A booking of which it is only known how many of the `limits` it came at or after. */
  atStage(stage: number): Foreseen {
    const { foreseen } = this.staged.ADD;
    return foreseen[Math.min(stage, foreseen.length - 1)]!;
  }

  /** The moments, in milliseconds, at which a booking begins to meet something else; rising. */
  get limits(): readonly number[] {
    return this.staged.ADD.stages.limits;
  }

  instantsFor(familyId: number, operation: Operation, at: number): OperationInstants {
    return this.waived?.(familyId, operation, at) ?? this.instants[operation];
  }
}

function stagedOf(instants: OperationInstants): Staged {
  const stages = stagesOf(instants);
  return { stages, foreseen: stages.outcomes.map(foreseenOf) };
}

function foreseenOf(outcome: Outcome): Foreseen {
  return { meeting: meetingOf(outcome), late: outcome.type === 'LATE' || outcome.type === 'GRACE' };
}
