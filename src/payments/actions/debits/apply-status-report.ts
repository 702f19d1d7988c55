import { Injectable } from '@nestjs/common';
import { Problem } from '../../../kernel/problem.js';
import { Database } from '../../../platform/database/database.js';
import { readStatusReport, type StatusReport } from '../../../sepa/index.js';
import { DebitRunRow } from '../../data/debit-run.entity.js';
import { DebitRow } from '../../data/debit.entity.js';
import { paymentsProblems } from '../../problems.js';
import { RejectDebit } from './reject-debit.js';

export interface AppliedReport {
  readonly run: DebitRunRow;
  readonly rejected: number;
  /** Told by an earlier report, or by an agent. */
  readonly alreadyRejected: number;
  /** What was not applied, in French: nothing is guessed. */
  readonly leftAside: readonly string[];
}

interface Told {
  readonly endToEndId: string;
  readonly reason: string;
  readonly cents: number | null;
}

/** Applies what a bank's status report (pain.002) says of one of our files. */
@Injectable()
export class ApplyStatusReport {
  constructor(
    private readonly database: Database,
    private readonly rejectDebit: RejectDebit,
  ) {}

  /** Each debit in a unit of its own: the same report may be given again. Throws STATUS_REPORT_REFUSED. */
  async run(collectiviteId: number, content: Buffer, accountId: number): Promise<AppliedReport> {
    const report = read(content);
    const run = await this.runOf(collectiviteId, report);
    const debits = await this.database.read(() =>
      this.database.repository(DebitRow).findBy({ collectiviteId, debitRunId: run.id }),
    );
    const counts = { rejected: 0, alreadyRejected: 0 };
    const leftAside: string[] = [];
    for (const told of toldOf(report, run, debits)) {
      const debit = debits.find(({ bankReference }) => bankReference === told.endToEndId);
      const fault = !debit
        ? 'cette référence n’est pas dans le fichier'
        : told.cents !== null && told.cents !== debit.amountCents
          ? 'le montant n’est pas celui du prélèvement'
          : await this.reject(debit, told, accountId, counts);
      if (fault) leftAside.push(`${told.endToEndId} : ${fault}.`);
    }
    return { run, ...counts, leftAside };
  }

  private async runOf(collectiviteId: number, { messageId }: StatusReport): Promise<DebitRunRow> {
    const run = await this.database.read(() =>
      this.database.repository(DebitRunRow).findOneBy({ collectiviteId, messageName: messageId }),
    );
    if (run) return run;
    throw paymentsProblems.STATUS_REPORT_REFUSED(
      `Ce compte rendu parle du fichier ${messageId}, qui n’a pas été fait ici.`,
    );
  }

  /** Answers why it could not be, or null. */
  private async reject(
    { collectiviteId, id }: DebitRow,
    { reason }: Told,
    rejectedBy: number,
    counts: { rejected: number; alreadyRejected: number },
  ): Promise<string | null> {
    try {
      const { alreadyRejected } = await this.rejectDebit.run({ collectiviteId, debitId: id, reason, rejectedBy });
      counts[alreadyRejected ? 'alreadyRejected' : 'rejected'] += 1;
      return null;
    } catch (error) {
      if (error instanceof Problem && error.kind.status < 500) return error.detail.replace(/\.$/, '');
      throw error;
    }
  }
}

function read(content: Buffer): StatusReport {
  try {
    return readStatusReport(content.toString('utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw paymentsProblems.STATUS_REPORT_REFUSED(
      'Ce fichier n’est pas un compte rendu de la banque (pain.002). Téléchargez-le de nouveau depuis le service DFT.',
    );
  }
}

/** The debits that came back; all those of a group, or of the file, that was refused whole. */
function toldOf(
  { wholeFile, groups, rejects }: StatusReport,
  { messageName }: DebitRunRow,
  debits: readonly DebitRow[],
) {
  const whole = debits.flatMap(({ bankReference, sequence }): Told[] => {
    const refused = wholeFile ?? groups.find(({ id }) => id === `${messageName}-${sequence}`);
    return refused ? [{ endToEndId: bankReference, reason: refused.reason, cents: null }] : [];
  });
  const byReference = new Map<string, Told>([...whole, ...rejects].map((told) => [told.endToEndId, told]));
  return byReference.values();
}
