import { Injectable } from '@nestjs/common';
import { In, IsNull } from 'typeorm';
import type { Temporal } from '../../../kernel/civil-time.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { AuthorisedPersonRow } from '../../data/authorised-person.entity.js';
import { BarredPersonRow } from '../../data/barred-person.entity.js';
import { ChildRow } from '../../data/child.entity.js';
import { personKey } from '../../rules/person.js';
import { MailPerson } from './mail-person.js';
import { HoldChildren } from './hold-children.js';

export interface PersonToBar {
  readonly lastName: string;
  readonly firstName: string;
  readonly reason: string;
  /** Included; null until it is lifted. */
  readonly until: Temporal.PlainDate | null;
}

/** Keeps somebody from a child, on a decision that the mairie was shown: whoever had named them is told that it is refused. */
@Injectable()
export class BarPerson {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly holdChildren: HoldChildren,
    private readonly mail: MailPerson,
  ) {}

  /** Says it anew of somebody already barred. Throws NOT_FOUND for a child of another collectivité. */
  run(collectiviteId: number, childId: number, person: PersonToBar, accountId: number): Promise<void> {
    const { lastName, firstName, reason, until } = person;
    const nameKey = personKey(lastName, firstName);
    return this.database.unit(async () => {
      await this.holdChildren.run(collectiviteId, [childId]);
      if (!(await this.database.repository(ChildRow).existsBy({ collectiviteId, id: childId })))
        throw httpProblems.NOT_FOUND('Cet enfant n’existe pas dans votre collectivité.');
      const columns = {
        ...{ lastName, firstName, reason, untilDate: until },
        ...{ recordedBy: accountId, recordedAt: this.clock.now(), liftedBy: null, liftedAt: null },
      };
      const barred = this.database.repository(BarredPersonRow);
      const { affected } = await barred.update({ collectiviteId, childId, nameKey }, columns);
      if (!affected) await this.database.insert(BarredPersonRow, { collectiviteId, childId, nameKey, ...columns });
      const subject = `child:${childId}`;
      await this.audit.record({ collectiviteId, accountId, action: 'child.person-barred', subject });
      await this.refuseNamed(collectiviteId, childId, nameKey, accountId);
    });
  }

  /** Throws NOT_FOUND. */
  lift(collectiviteId: number, childId: number, barredPersonId: number, accountId: number): Promise<void> {
    return this.database.unit(async () => {
      const { affected } = await this.database
        .repository(BarredPersonRow)
        .update(
          { collectiviteId, childId, id: barredPersonId, liftedAt: IsNull() },
          { liftedBy: accountId, liftedAt: this.clock.now() },
        );
      if (affected !== 1) throw httpProblems.NOT_FOUND('Cette interdiction n’existe pas, ou est déjà levée.');
      const [subject, detail] = [`child:${childId}`, { barredPersonId }];
      await this.audit.record({ collectiviteId, accountId, action: 'child.person-bar-lifted', subject, detail });
    });
  }

  private async refuseNamed(collectiviteId: number, childId: number, nameKey: string, accountId: number) {
    const persons = this.database.repository(AuthorisedPersonRow);
    const named = await persons.findBy({ collectiviteId, childId, nameKey, state: In(['PENDING', 'ACCEPTED']) });
    for (const person of named) {
      const refused = { state: 'REFUSED' as const, decidedBy: accountId, decidedAt: this.clock.now() };
      await persons.update({ collectiviteId, id: person.id }, refused);
      await this.mail.run({ ...person, ...refused });
    }
  }
}
