import type { Temporal } from '../kernel/civil-time.js';
import { bookTheCircus, giveACircusDayUp, payPartlyByCredit } from './circus.js';
import { debit, rejectADebit, signMandates } from './debits.js';
import type { DemoYear } from './demo-year.js';
import { correctABilledRoll, payByCredit, returnACheque, takeInvoicesBack } from './mistakes.js';
import type { Money, MoneyCast } from './money.js';
import { askForCreditBack, giveCreditBack } from './refunds.js';
import { remitAgain, remitCheques } from './remittances.js';

type MoneyScene = (cast: MoneyCast, money: Money, today: Temporal.PlainDate) => Promise<void>;

/** What happens once to somebody's money, at its hour. Bills leave on 3 October and on 3 November. */
export function moneyScenesOf({ from: { year } }: DemoYear): (date: Temporal.PlainDate, hour: string) => MoneyScene[] {
  const planned: [date: string, hour: string, scene: MoneyScene][] = [
    [`${year}-09-21`, '10:00', signMandates],
    [`${year}-10-06`, '10:00', bookTheCircus],
    [`${year}-10-12`, '10:00', takeInvoicesBack],
    [`${year}-10-12`, '18:40', giveACircusDayUp],
    [`${year}-10-13`, '10:00', payPartlyByCredit],
    [`${year}-10-14`, '10:00', correctABilledRoll],
    [`${year}-10-15`, '18:40', askForCreditBack],
    [`${year}-10-16`, '10:00', giveCreditBack],
    [`${year}-10-19`, '10:00', debit],
    [`${year}-10-20`, '10:00', remitCheques],
    [`${year}-10-26`, '10:00', returnACheque],
    [`${year}-11-02`, '10:00', remitAgain],
    [`${year}-11-03`, '18:40', rejectADebit],
    [`${year}-11-03`, '18:40', payByCredit],
  ];
  return (date, hour) =>
    planned.filter(([day, at]) => day === date.toString() && at === hour).map(([, , scene]) => scene);
}
