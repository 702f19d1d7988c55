import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/clock/clock.js';
import { OnlineAttempts } from '../../data/online-attempts.js';
import { AskPayfip } from './ask-payfip.js';

const AT_ONCE = 200;
/** After so many questions in a row without an answer PayFiP is away, and the others wait for the next run. */
const PATIENCE = 3;

/** Asks PayFiP about the attempts that nothing else ended. */
@Injectable()
export class PollPayfip {
  constructor(
    private readonly attempts: OnlineAttempts,
    private readonly ask: AskPayfip,
    private readonly clock: Clock,
  ) {}

  /** Answers how many attempts were looked at. */
  async run(): Promise<number> {
    let [asked, silent] = [0, 0];
    for (const attempt of await this.attempts.toAsk(this.clock.now(), AT_ONCE)) {
      if (silent === PATIENCE) break;
      const answer = await this.ask.run(attempt);
      silent = answer?.kind === 'UNANSWERED' ? silent + 1 : 0;
      asked += 1;
    }
    return asked;
  }
}
