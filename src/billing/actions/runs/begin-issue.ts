import { Injectable } from '@nestjs/common';
import { CloseRolls } from '../../../attendance/index.js';
import { Temporal } from '../../../kernel/civil-time.js';
import { counted, typeset } from '../../../kernel/french.js';
import { groupedBy } from '../../../kernel/lists.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { FindPrestations, FindSessions, SealSessions, SessionRevisions } from '../../../prestations/index.js';
import { BillingRunRow } from '../../data/billing-run.entity.js';
import { DraftStore } from '../../data/draft-store.js';
import { billingProblems } from '../../problems.js';
import { ANOMALY_KINDS, type AnomalyKind, stopsIssue } from '../../rules/anomaly.js';
import { daysInFrench } from '../../rules/days-in-french.js';
import { Runs } from './runs.js';

const SHOWN = 20;

/** The point of no return of a run: from here on its drafts are what will be issued, and its sessions do not change. */
@Injectable()
export class BeginIssue {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly runs: Runs,
    private readonly drafts: DraftStore,
    private readonly closeRolls: CloseRolls,
    private readonly revisions: SessionRevisions,
    private readonly findSessions: FindSessions,
    private readonly sealSessions: SealSessions,
    private readonly findPrestations: FindPrestations,
  ) {}

  /** Nothing for a run already issuing or issued. Throws RUN_NOT_DRAFT, RUN_NOT_COMPUTED, TARIFF_MISSING, RUN_OUTDATED. */
  run(collectiviteId: number, runId: number, accountId: number | null, everything = false): Promise<void> {
    return this.database.unit(async () => {
      const now = this.clock.now();
      const run = await this.runs.hold(collectiviteId, runId);
      if (run.state === 'ISSUING' || run.state === 'ISSUED') return;
      this.runs.requireDraft(run);
      if (run.computedAt === null) {
        throw billingProblems.RUN_NOT_COMPUTED(
          'Le calcul de cette campagne n’est pas terminé. Relancez-le, puis émettez.',
        );
      }
      await this.refuseHoles(run);
      await this.closeSessions(run, now);
      await this.drafts.leaveAside(run);
      await this.drafts.takeCredits(run);
      await this.database
        .repository(BillingRunRow)
        .update({ id: run.id }, { state: 'ISSUING', issuesEverything: everything });
      const detail = { from: run.fromDate.toString(), to: run.toDate.toString() };
      await this.audit.record({
        collectiviteId,
        accountId,
        action: 'billing-run.issued',
        subject: `billing-run:${runId}`,
        detail,
      });
    });
  }

  private async closeSessions(run: BillingRunRow, now: Temporal.Instant): Promise<void> {
    const { collectiviteId, fromDate: from, toDate: to } = run;
    const sessions = await this.findSessions.run(collectiviteId, { from, to });
    const sessionIds = sessions.map(({ id }) => id);
    await this.closeRolls.run(collectiviteId, sessionIds, now);
    if ((await this.revisions.held(collectiviteId, sessionIds)) !== run.computedRevision) {
      throw billingProblems.RUN_OUTDATED(
        typeset(
          'Des pointages, des réservations ou des séances ont changé depuis le calcul : relancez-le, vérifiez les brouillons, puis émettez.',
        ),
      );
    }
    await this.sealSessions.run(collectiviteId, sessionIds, now);
  }

  private async refuseHoles(run: BillingRunRow): Promise<void> {
    const kinds: readonly AnomalyKind[] = ANOMALY_KINDS.filter(stopsIssue);
    const holes = await this.database.rows<{
      prestation_id: number;
      date: string;
      kind: AnomalyKind;
      children: number;
    }>(
      `SELECT prestation_id, date, kind, COUNT(*) AS children FROM billing_anomalies
       WHERE billing_run_id = ? AND kind IN (${kinds.map(() => '?').join(', ')})
       GROUP BY prestation_id, date, kind ORDER BY kind, prestation_id, date`,
      [run.id, ...kinds],
    );
    if (holes.length === 0) return;
    const names = new Map(
      (await this.findPrestations.run(run.collectiviteId, { archived: true })).map(({ id, name }) => [id, name]),
    );
    const errors = [...groupedBy(holes, ({ kind, prestation_id }) => `${kind}/${prestation_id}`).values()].map(
      (days) => {
        const { kind, prestation_id } = days[0]!;
        const dates = days.slice(0, SHOWN).map(({ date }) => Temporal.PlainDate.from(date));
        const more = days.length > SHOWN ? ` (et ${counted(days.length - SHOWN, 'autre jour', 'autres jours')})` : '';
        const what = kind === 'TARIFF_MISSING' ? 'aucun tarif en vigueur' : 'enfant sans foyer payeur';
        const message = typeset(`${names.get(prestation_id)!} : ${what} le ${daysInFrench(dates)}${more}.`);
        return { field: `prestations[${prestation_id}]`, message };
      },
    );
    throw billingProblems.TARIFF_MISSING(
      typeset('Certaines présences ne peuvent pas être facturées : complétez ce qui manque, recalculez, puis émettez.'),
      { errors },
    );
  }
}
