import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { AuthorisedPersonRow } from '../../data/authorised-person.entity.js';
import { familiesProblems } from '../../problems.js';
import type { PersonState } from '../../rules/person.js';
import { HoldChildren } from './hold-children.js';
import { MailPerson } from './mail-person.js';

/** The mairie's word on somebody whom a foyer names. The parent who named them is told by mail. */
@Injectable()
export class DecidePerson {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly holdChildren: HoldChildren,
    private readonly mail: MailPerson,
  ) {}

  /** Throws NOT_FOUND, PERSON_ALREADY_DECIDED, PERSON_BARRED. */
  accept(collectiviteId: number, personId: number, accountId: number): Promise<void> {
    return this.decide(collectiviteId, personId, accountId, { to: 'ACCEPTED', from: ['PENDING'] });
  }

  /** Somebody who was accepted too. Throws NOT_FOUND, PERSON_ALREADY_DECIDED. */
  refuse(collectiviteId: number, personId: number, accountId: number): Promise<void> {
    return this.decide(collectiviteId, personId, accountId, { to: 'REFUSED', from: ['PENDING', 'ACCEPTED'] });
  }

  private decide(
    collectiviteId: number,
    personId: number,
    accountId: number,
    { to, from }: { readonly to: 'ACCEPTED' | 'REFUSED'; readonly from: readonly PersonState[] },
  ): Promise<void> {
    return this.database.unit(async () => {
      const persons = this.database.repository(AuthorisedPersonRow);
      const person = await persons.findOneBy({ collectiviteId, id: personId });
      if (!person || person.state === 'WITHDRAWN')
        throw httpProblems.NOT_FOUND('Cette personne n’existe pas, ou a été retirée par la famille.');
      await this.holdChildren.run(collectiviteId, [person.childId]);
      if (to === 'ACCEPTED') await this.holdChildren.mustNotBeBarred(collectiviteId, [person.childId], person.nameKey);
      const { affected } = await persons.update(
        { collectiviteId, id: personId, state: In([...from]) },
        { state: to, decidedBy: accountId, decidedAt: this.clock.now() },
      );
      if (affected !== 1)
        throw familiesProblems.PERSON_ALREADY_DECIDED('La mairie a déjà répondu pour cette personne.');
      const action = to === 'ACCEPTED' ? 'person.accepted' : 'person.refused';
      const detail = { childId: person.childId };
      await this.audit.record({ collectiviteId, accountId, action, subject: `person:${personId}`, detail });
      await this.mail.run({ ...person, state: to });
    });
  }
}
