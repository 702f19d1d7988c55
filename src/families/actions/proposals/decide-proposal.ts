import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../../collectivites/index.js';
import { FindAccounts } from '../../../identity/index.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { MailQueue } from '../../../platform/mail/mail-queue.js';
import { ChangeProposalRow } from '../../data/change-proposal.entity.js';
import { FamilyRow } from '../../data/family.entity.js';
import { GuardianRow } from '../../data/guardian.entity.js';
import { HoldFamily } from '../../data/hold-family.js';
import { ProposalSubjects, subjectName } from '../../data/proposal-subjects.js';
import { TakeTurn } from '../../data/take-turn.js';
import { familiesProblems } from '../../problems.js';
import { readCorrection } from '../../rules/correctable-fields.js';
import { mailAddressesOf } from '../../rules/family-card.js';
import { parseSubject } from '../../rules/proposal-subject.js';
import { ChangeChild } from '../change-child.js';
import { childColumns } from '../create-child.js';
import { familyColumns } from '../create-family.js';
import { decisionMail } from './decision-mail.js';
import { FindFamilies } from '../find-families.js';
import { TodayIn } from '../today-in.js';

export interface Decision {
  readonly proposalId: number;
  readonly accepted: boolean;
  /** What the parent reads; null where it is accepted. */
  readonly refusalReason: string | null;
  readonly accountId: number;
}

/** Accepts a proposal, which changes the register, or refuses it. Either way the parent is told by mail. */
@Injectable()
export class DecideProposal {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly mails: MailQueue,
    private readonly todayIn: TodayIn,
    private readonly takeTurn: TakeTurn,
    private readonly holdFamily: HoldFamily,
    private readonly subjects: ProposalSubjects,
    private readonly changeChild: ChangeChild,
    private readonly findCollectivite: FindCollectivite,
    private readonly findAccounts: FindAccounts,
    private readonly findFamilies: FindFamilies,
  ) {}

  /** Throws NOT_FOUND, PROPOSAL_ALREADY_DECIDED, CORRECTION_NOT_VALID, CHILD_ALREADY_KNOWN. */
  run(collectiviteId: number, { proposalId, accepted, refusalReason, accountId }: Decision): Promise<void> {
    return this.database.unit(async () => {
      await this.takeTurn.run(collectiviteId);
      const proposals = this.database.repository(ChangeProposalRow);
      const proposal = await proposals.findOneBy({ collectiviteId, id: proposalId });
      if (!proposal) throw httpProblems.NOT_FOUND('Cette proposition n’existe pas dans votre collectivité.');
      await this.holdFamily.run(collectiviteId, proposal.familyId);
      const { affected } = await proposals.update(
        { collectiviteId, id: proposalId, state: 'PENDING' },
        { state: accepted ? 'ACCEPTED' : 'REFUSED', refusalReason, decidedBy: accountId, decidedAt: this.clock.now() },
      );
      if (affected !== 1) {
        throw familiesProblems.PROPOSAL_ALREADY_DECIDED(
          'Cette proposition a déjà été acceptée ou refusée, ou vient d’être remplacée ou retirée par la famille.',
        );
      }
      const name = subjectName((await this.subjects.load(collectiviteId, [proposal.subject])).get(proposal.subject));
      if (accepted) await this.apply(proposal);
      await this.audit.record({
        collectiviteId,
        accountId,
        action: accepted ? 'proposal.accepted' : 'proposal.refused',
        subject: proposal.subject,
        detail: { proposal: proposalId, field: proposal.field },
      });
      await this.tell({ ...proposal, refusalReason }, name, accepted);
    });
  }

  private async apply({ collectiviteId, subject, field, newValue }: ChangeProposalRow): Promise<void> {
    const { kind, id } = parseSubject(subject)!;
    const reading = readCorrection(kind, field, newValue, await this.todayIn.run(collectiviteId));
    if (!reading.ok) {
      throw familiesProblems.CORRECTION_NOT_VALID('Cette correction ne peut pas être acceptée telle quelle.', {
        errors: [{ field, message: reading.reason }],
      });
    }
    const values = { [field]: reading.value };
    if (kind === 'child') return this.changeChild.write(collectiviteId, id, childColumns(values));
    if (kind === 'family') {
      await this.database.repository(FamilyRow).update({ collectiviteId, id }, familyColumns(values));
    } else {
      await this.database.repository(GuardianRow).update({ collectiviteId, id }, values);
    }
  }

  private async tell(proposal: ChangeProposalRow, name: string, accepted: boolean): Promise<void> {
    const { collectiviteId, familyId, proposedBy, id } = proposal;
    const collectivite = await this.findCollectivite.run(collectiviteId);
    const account = proposedBy === null ? undefined : (await this.findAccounts.byIds([proposedBy])).get(proposedBy);
    const family = (await this.findFamilies.run(collectiviteId, [familyId])).get(familyId);
    const recipients = account
      ? [{ name: `${account.firstName} ${account.lastName}`, address: account.email }]
      : family
        ? mailAddressesOf(family)
        : [];
    for (const to of recipients) {
      await this.mails.send({
        collectiviteId,
        to,
        fromName: collectivite.name,
        content: decisionMail(collectivite, to.name, { ...proposal, subjectName: name }, accepted),
        reference: `change-proposal:${id}`,
      });
    }
  }
}
