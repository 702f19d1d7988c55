import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { typeset } from '../../../kernel/french.js';
import type { FieldError } from '../../../kernel/problem.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { httpProblems } from '../../../platform/http/problems.js';
import { invalidRequest } from '../../../platform/http/validation.js';
import { AuthorisedPersonRow } from '../../data/authorised-person.entity.js';
import { familiesProblems } from '../../problems.js';
import { MOST_PERSONS_OF_A_CHILD, personKey } from '../../rules/person.js';
import { readEntry } from '../../rules/register-entry.js';
import { FindChildrenOfFamily } from '../find-children.js';
import { TodayIn } from '../today-in.js';
import { HoldChildren } from './hold-children.js';

export interface NamedPerson {
  readonly childIds: readonly number[];
  readonly lastName: string;
  readonly firstName: string;
  readonly relation: string;
  readonly phone: string;
}

interface Foyer {
  readonly collectiviteId: number;
  readonly familyId: number;
  readonly accountId: number;
}

/** A foyer says who may fetch its children; the mairie accepts before anyone hands a child over. */
@Injectable()
export class NamePerson {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly todayIn: TodayIn,
    private readonly findChildren: FindChildrenOfFamily,
    private readonly holdChildren: HoldChildren,
  ) {}

  /**
   * Of somebody whom the same adult named already for a child, the relation and the phone change at once: it is the same
   * person. What the other adult of the foyer said of them stays. Throws INVALID_REQUEST, PERSON_BARRED, TOO_MANY_PERSONS,
   * PERSON_NAMED_BY_OTHER_PARENT: then nothing was kept.
   */
  async run({ collectiviteId, familyId, accountId }: Foyer, named: NamedPerson): Promise<void> {
    const { lastName, firstName, phone } = await this.read(collectiviteId, familyId, named);
    const { childIds, relation } = named;
    const nameKey = personKey(lastName, firstName);
    const proposed = { state: 'PENDING' as const, proposedBy: accountId, proposedAt: this.clock.now() };
    await this.database.unit(async () => {
      await this.holdChildren.run(collectiviteId, childIds);
      await this.holdChildren.mustNotBeBarred(collectiviteId, childIds, nameKey);
      const persons = this.database.repository(AuthorisedPersonRow);
      for (const childId of childIds) {
        const whose = { collectiviteId, familyId, childId };
        const columns = { lastName, firstName, relation, phone };
        const known = await persons.findOneBy({ ...whose, nameKey });
        const living = known?.state === 'PENDING' || known?.state === 'ACCEPTED';
        if (!living) await this.mustHaveRoom(whose);
        else mustAgree(known, { relation, phone }, accountId);
        const anew = living ? {} : { ...proposed, decidedBy: null, decidedAt: null };
        if (known) await persons.update({ collectiviteId, id: known.id }, { ...columns, ...anew });
        else
          await this.database.insert(AuthorisedPersonRow, {
            ...{ ...whose, ...columns, ...proposed, nameKey },
            ...{ decidedBy: null, decidedAt: null },
          });
      }
    });
  }

  /** A foyer takes back a name: nobody hands the child over to them from now on. Throws NOT_FOUND. */
  withdraw({ collectiviteId, familyId, accountId }: Foyer, personId: number): Promise<void> {
    return this.database.unit(async () => {
      const { affected } = await this.database
        .repository(AuthorisedPersonRow)
        .update(
          { collectiviteId, familyId, id: personId, state: In(['PENDING', 'ACCEPTED', 'REFUSED']) },
          { state: 'WITHDRAWN' },
        );
      if (affected !== 1)
        throw httpProblems.NOT_FOUND('Cette personne n’existe pas, ou n’a pas été nommée par votre foyer.');
      const subject = `person:${personId}`;
      await this.audit.record({ collectiviteId, accountId, action: 'person.withdrawn', subject });
    });
  }

  private async read(
    collectiviteId: number,
    familyId: number,
    named: NamedPerson,
  ): Promise<Pick<NamedPerson, 'lastName' | 'firstName' | 'phone'>> {
    const today = await this.todayIn.run(collectiviteId);
    const { lastName, firstName, phone, childIds } = named;
    const { values, errors } = readEntry('guardian', { lastName, firstName, phone }, today, { whole: true });
    const own = await this.findChildren.run(collectiviteId, familyId, today, today.add({ years: 18 }));
    const known = new Set(own.map(({ childId }) => childId));
    const wrong: FieldError[] = [
      ...(childIds.every((id) => known.has(id))
        ? []
        : [{ field: 'childIds', message: 'un de ces enfants n’est pas de votre foyer.' }]),
      ...errors,
      ...(phone.trim() === '' ? [{ field: 'phone', message: 'à remplir' }] : []),
    ];
    if (wrong.length > 0) throw invalidRequest(wrong);
    return { lastName: values['lastName']!, firstName: values['firstName']!, phone: values['phone']! };
  }

  private async mustHaveRoom(whose: { collectiviteId: number; familyId: number; childId: number }): Promise<void> {
    const living = await this.database
      .repository(AuthorisedPersonRow)
      .countBy({ ...whose, state: In(['PENDING', 'ACCEPTED']) });
    if (living >= MOST_PERSONS_OF_A_CHILD)
      throw familiesProblems.TOO_MANY_PERSONS(`Dix personnes au plus pour un enfant : retirez d’abord quelqu’un.`);
  }
}

/** Two adults of a foyer who name the same person never undo in silence what the other said. */
function mustAgree(
  known: AuthorisedPersonRow,
  { relation, phone }: Pick<NamedPerson, 'relation' | 'phone'>,
  accountId: number,
): void {
  if (known.proposedBy === null || known.proposedBy === accountId) return;
  if (known.relation === relation && known.phone === phone) return;
  throw familiesProblems.PERSON_NAMED_BY_OTHER_PARENT(
    typeset(
      `L’autre responsable de votre foyer a déjà nommé ${known.firstName} ${known.lastName} (${known.relation}, ${known.phone}). Rien n’est changé : si ce n’est plus juste, retirez d’abord cette personne de la liste.`,
    ),
  );
}
