import { Injectable } from '@nestjs/common';
import {
  decideAttempt,
  neverOpened,
  type PayfipAnswer,
  PayfipClient,
  type PaymentDetail,
} from '../../../payfip/index.js';
import { Clock } from '../../../platform/clock/clock.js';
import type { OnlinePaymentRow } from '../../data/online-payment.entity.js';
import { attemptOf } from '../../rules/online-attempt.js';
import { ChangeOnlinePayment } from './change-online-payment.js';

/** Asks PayFiP what became of an attempt, and makes of it what the answer says. Outside of any unit. */
@Injectable()
export class AskPayfip {
  constructor(
    private readonly payfip: PayfipClient,
    private readonly clock: Clock,
    private readonly change: ChangeOnlinePayment,
  ) {}

  /** Answers what PayFiP answered; null when there was nothing to ask. */
  async run(row: OnlinePaymentRow): Promise<PayfipAnswer<PaymentDetail> | null> {
    if (row.idOp === null) {
      if (neverOpened(row, this.clock.now())) await this.change.fail(row.id, 'NEVER_OPENED');
      return null;
    }
    const answer = await this.payfip.detail(row.idOp);
    const verdict = decideAttempt(attemptOf(row), answer, this.clock.now());
    if (verdict.state === row.state && verdict.anomaly === row.anomaly)
      await this.change.remember(row, verdict, answer);
    else await this.change.decide(row, answer);
    return answer;
  }
}
