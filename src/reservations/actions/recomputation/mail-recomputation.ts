import { Injectable } from '@nestjs/common';
import { FindCollectivite, FindSites, letterSignature } from '../../../collectivites/index.js';
import { FindRecipients } from '../../../families/index.js';
import { groupedBy } from '../../../kernel/lists.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import { FindPrestations, FindSessions, keptRulesOf } from '../../../prestations/index.js';
import type { RecomputedSessionRow } from '../../data/recomputed-session.entity.js';
import type { SessionRecomputationRow } from '../../data/session-recomputation.entity.js';
import { type ChangedDay, recomputationMail, recomputationSubject } from '../../rules/recomputation-mail.js';

/** Tells each family that has something in changed sessions what changes: one mail, whatever the days and the children. */
@Injectable()
export class MailRecomputation {
  constructor(
    private readonly mails: MailQueue,
    private readonly findCollectivite: FindCollectivite,
    private readonly findSites: FindSites,
    private readonly findPrestations: FindPrestations,
    private readonly findSessions: FindSessions,
    private readonly findRecipients: FindRecipients,
  ) {}

  /** Queues the mails in the current unit. */
  async run(
    { id, collectiviteId, prestationId, rulings }: SessionRecomputationRow,
    sessions: readonly RecomputedSessionRow[],
  ): Promise<void> {
    const concerned = sessions.flatMap((session) =>
      (session.families ?? []).map((familyId) => ({ familyId, session })),
    );
    if (concerned.length === 0) return;
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const { name, siteId } = await this.findPrestations.one(collectiviteId, prestationId);
    const site = await this.findSites.one(collectiviteId, siteId);
    const dayOf = await this.days(collectiviteId, sessions);
    const byFamily = groupedBy(concerned, ({ familyId }) => familyId);
    const recipients = await this.findRecipients.ofFamilies(collectiviteId, [...byFamily.keys()]);
    for (const [familyId, own] of byFamily) {
      const days = own.map(({ session }) => dayOf.get(session.sessionId)!);
      for (const { to, greeting } of recipients.get(familyId) ?? [])
        await this.mails.send({
          collectiviteId,
          to,
          fromName: collectivite.name,
          content: {
            subject: recomputationSubject(name),
            greeting,
            paragraphs: recomputationMail(
              { prestation: `${name} (${site.name})`, days, rulings },
              collectivite.timeZone,
            ),
            signature: letterSignature(collectivite),
            footer: 'Ce message part d’une adresse qui ne reçoit pas de réponse.',
          },
          key: `session-recomputation:${id}:${familyId}:${to.address}`.slice(0, 160),
        });
    }
  }

  private async days(
    collectiviteId: number,
    recomputed: readonly RecomputedSessionRow[],
  ): Promise<ReadonlyMap<number, ChangedDay>> {
    const sessions = await this.findSessions.byIds(
      collectiviteId,
      recomputed.map(({ sessionId }) => sessionId),
    );
    const dates = new Map(sessions.map(({ id, date }) => [id, date]));
    return new Map(
      recomputed.map(({ sessionId, rulesBefore, rulesAfter }) => [
        sessionId,
        { date: dates.get(sessionId)!, before: keptRulesOf(rulesBefore), after: keptRulesOf(rulesAfter) },
      ]),
    );
  }
}
