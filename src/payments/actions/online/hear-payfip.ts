import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Database } from '../../../platform/database/database.js';
import { Outbox } from '../../../platform/outbox/outbox.js';
import { OnlineAttempts } from '../../data/online-attempts.js';
import type { OnlinePaymentRow } from '../../data/online-payment.entity.js';
import { onlinePaymentToAsk } from '../../events.js';
import { AskPayfip } from './ask-payfip.js';

/** Somebody says that something happened to an operation: PayFiP, a browser, or anyone. It is a reason to ask PayFiP. */
@Injectable()
export class HearPayfip implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly outbox: Outbox,
    private readonly attempts: OnlineAttempts,
    private readonly ask: AskPayfip,
  ) {}

  onModuleInit(): void {
    this.outbox.deliverOutside(onlinePaymentToAsk, async ({ collectiviteId, onlinePaymentId }) => {
      const attempt = await this.attempts.find(collectiviteId, onlinePaymentId);
      if (attempt && !isOver(attempt)) await this.ask.run(attempt);
    });
  }

  /** PayFiP is asked after this returns: who notifies does not wait, and learns nothing. */
  async notified(idOp: string | null): Promise<void> {
    const attempt = idOp === null ? null : await this.attempts.byOperation(idOp);
    if (!attempt || isOver(attempt)) return;
    const { collectiviteId, id: onlinePaymentId } = attempt;
    await this.database.unit(() =>
      this.outbox.emit(onlinePaymentToAsk, { collectiviteId, onlinePaymentId }, { collectiviteId }),
    );
  }

  /** The family is back: PayFiP is asked at once. Null when there is no such operation. */
  async returned(idOp: string | null): Promise<OnlinePaymentRow | null> {
    const attempt = idOp === null ? null : await this.attempts.byOperation(idOp);
    if (!attempt || isOver(attempt)) return attempt;
    await this.ask.run(attempt);
    return this.attempts.byOperation(attempt.idOp!);
  }
}

function isOver({ state }: OnlinePaymentRow): boolean {
  return state === 'PAID' || state === 'TESTED';
}
