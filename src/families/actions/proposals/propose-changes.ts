import { Injectable } from '@nestjs/common';
import { typeset } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { ChangeProposalRow } from '../../data/change-proposal.entity.js';
import { HoldFamily } from '../../data/hold-family.js';
import { ProposalSubjects, valueOf } from '../../data/proposal-subjects.js';
import { familiesProblems } from '../../problems.js';
import { readCorrection } from '../../rules/correctable-fields.js';
import { parseSubject } from '../../rules/proposal-subject.js';
import { TodayIn } from '../today-in.js';

export interface ProposedChange {
  /** `family:12`, `guardian:31` or `child:7`. */
  readonly subject: string;
  /** One of CORRECTABLE_FIELDS. */
  readonly field: string;
  /** As typed; empty to take the value away. */
  readonly newValue: string;
}

export interface ChangesToPropose {
  readonly collectiviteId: number;
  readonly familyId: number;
  /** Who asks. */
  readonly accountId: number;
  readonly changes: readonly ProposedChange[];
}

const UNDECIDED = { decidedBy: null, decidedAt: null, refusalReason: null };

/** Keeps the corrections of a parent for an agent to accept or refuse. */
@Injectable()
export class ProposeChanges {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly todayIn: TodayIn,
    private readonly holdFamily: HoldFamily,
    private readonly subjects: ProposalSubjects,
  ) {}

  /**
   * What says what the mairie already holds is left out; a correction of the same adult that waits for the same field is
   * replaced. One of the other adult of the foyer stays beside it: the mairie reads both.
   * Throws CORRECTION_NOT_VALID with each change that cannot be: then none is kept.
   */
  async run({ collectiviteId, familyId, accountId, changes }: ChangesToPropose): Promise<void> {
    const today = await this.todayIn.run(collectiviteId);
    const proposedAt = this.clock.now();
    await this.database.unit(async () => {
      await this.holdFamily.run(collectiviteId, familyId);
      const own = await this.subjects.ofFamily(collectiviteId, familyId);
      const known = await this.subjects.load(collectiviteId, own);
      const errors: FieldError[] = [];
      for (const [index, { subject, field, newValue }] of changes.entries()) {
        const parsed = own.has(subject) ? parseSubject(subject) : null;
        if (!parsed) {
          errors.push({ field: `changes[${index}].subject`, message: 'ce n’est pas quelqu’un de ce foyer.' });
          continue;
        }
        const reading = readCorrection(parsed.kind, field, newValue, today);
        if (!reading.ok) {
          errors.push({ field: `changes[${index}].newValue`, message: reading.reason });
          continue;
        }
        const oldValue = valueOf(known.get(subject)!, field);
        if (oldValue === reading.value) continue;
        const asked = { collectiviteId, familyId, subject, field, state: 'PENDING' as const };
        const proposal = { oldValue, newValue: reading.value ?? '', proposedBy: accountId, proposedAt };
        const proposals = this.database.repository(ChangeProposalRow);
        const waiting = await proposals.findBy(asked);
        const same = waiting.find((other) => other.newValue === proposal.newValue);
        const mine = waiting.find((other) => other.proposedBy === accountId);
        // Another row: an agent who read the one that it replaces decides on that one, which is no more, and not on this.
        if (mine && mine !== same) await proposals.delete({ collectiviteId, id: mine.id });
        if (!same) await this.database.insert(ChangeProposalRow, { ...asked, ...proposal, ...UNDECIDED });
      }
      if (errors.length > 0) {
        throw familiesProblems.CORRECTION_NOT_VALID(
          typeset('Rien n’a été enregistré : certaines corrections sont à revoir.'),
          { errors },
        );
      }
    });
  }
}
