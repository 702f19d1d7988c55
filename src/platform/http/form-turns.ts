import { Injectable } from '@nestjs/common';
import { FifoGate } from '../database/fifo-gate.js';
import { httpProblems } from './problems.js';
import { Throttle, type ThrottleRule } from './throttle.js';

/** Far above what a person sends, papers of a whole school included. */
const FORMS: ThrottleRule = { name: 'http.forms', limit: 600, window: { hours: 1 } };
/** Forms of one sender that may be coming at once: one that a lost network left hanging does not stop the next. */
const AT_ONCE = 3;
/** Seconds. */
const SOON = 20;

/**
 * Forms with files, of each sender: counted before anything of them is read, a few at once, and acted upon one after the
 * other, so that those of one sender are never in memory together. Each instance has its own turns; the count is common.
 */
@Injectable()
export class FormTurns {
  private readonly senders = new Map<string, { coming: number; readonly gate: FifoGate }>();

  constructor(private readonly throttle: Throttle) {}

  /** `receive` reads the form, `act` does what it asks. Throws TOO_MANY_REQUESTS (429). */
  async run<T>(sender: string, receive: () => Promise<void>, act: () => Promise<T>): Promise<T> {
    await this.throttle.count(FORMS, sender);
    const turns = this.senders.get(sender) ?? { coming: 0, gate: new FifoGate() };
    if (turns.coming >= AT_ONCE)
      throw httpProblems.TOO_MANY_REQUESTS(
        'D’autres envois de votre part sont en cours : attendez qu’ils arrivent, puis recommencez.',
        { retryAfter: SOON },
      );
    this.senders.set(sender, turns);
    turns.coming += 1;
    try {
      await receive();
      return await turns.gate.pass(act);
    } finally {
      turns.coming -= 1;
      if (turns.coming === 0) this.senders.delete(sender);
    }
  }
}
