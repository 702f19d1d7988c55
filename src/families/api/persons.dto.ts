import { IsIn, IsOptional } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, IdsField, MomentField, Typed } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import type { AtTheGate, KnownPerson } from '../actions/persons/find-persons.js';
import type { AuthorisedPersonRow } from '../data/authorised-person.entity.js';
import type { BarredPersonRow } from '../data/barred-person.entity.js';
import type { PersonState } from '../rules/person.js';

export class NamedPersonDto {
  @IdsField({ max: 12, description: 'Les enfants que cette personne peut venir chercher, parmi ceux du foyer.' })
  childIds!: number[];
  /** @example "MARTIN" */
  @Typed({ max: 60 })
  lastName!: string;
  /** @example "Jeanne" */
  @Typed({ max: 60 })
  firstName!: string;
  /** Ce qu’elle est pour l’enfant. @example "grand-mère" */
  @Typed({ max: 40 })
  relation!: string;
  /** @example "06 12 34 56 78" */
  @Typed({ max: 30 })
  phone!: string;
}

export class PersonDto {
  /** @example "MARTIN" */
  lastName!: string;
  /** @example "Jeanne" */
  firstName!: string;
  /** @example "grand-mère" */
  relation!: string;
  /** @example "06 12 34 56 78" */
  phone!: string;
}

export class AuthorisedPersonDto extends PersonDto {
  /** @example 3 */
  personId!: number;
  /** @example 7 */
  childId!: number;
  /** @example "Nolan" */
  childName!: string;
  /** `PENDING` (en attente), `ACCEPTED` (autorisée) ou `REFUSED` (refusée). @example "ACCEPTED" */
  state!: PersonState;
  @MomentField()
  proposedAt!: Temporal.Instant;
  @MomentField({ optional: true })
  decidedAt!: Temporal.Instant | null;
}

/** Somebody named, in the mairie's list. */
export class ProposedPersonDto extends AuthorisedPersonDto {
  /** @example 12 */
  familyId!: number;
}

export class PersonsQuery extends PageQuery {
  /** `PENDING` (en attente) sans précision, `ACCEPTED` (autorisées) ou `REFUSED` (refusées). @example "PENDING" */
  @IsOptional()
  @IsIn(['PENDING', 'ACCEPTED', 'REFUSED'])
  state?: PersonState;
}

export class BarredPersonDto {
  /** @example 2 */
  barredPersonId!: number;
  /** @example "DURAND" */
  lastName!: string;
  /** @example "Paul" */
  firstName!: string;
  @DayField({ optional: true, description: 'Dernier jour, compris ; `null` tant que rien ne la lève.' })
  until!: Temporal.PlainDate | null;
}

export class BarDto {
  /** @example "DURAND" */
  @Typed({ max: 60 })
  lastName!: string;
  /** @example "Paul" */
  @Typed({ max: 60 })
  firstName!: string;
  /** La décision qui a été montrée à la mairie ; elle n’est montrée à aucune famille. @example "jugement du 12/03/2026" */
  @Typed({ max: 200 })
  reason!: string;
  @DayField({ optional: true, description: 'Dernier jour, compris ; absent : jusqu’à ce que la mairie la lève.' })
  until?: Temporal.PlainDate | null;
}

export class GateDto {
  /** @example 7 */
  childId!: number;
  /** À qui l’enfant peut être remis, outre ses responsables. */
  authorised!: PersonDto[];
  /** À qui l’enfant ne doit pas être remis, quoi que dise un foyer. */
  barred!: BarredPersonDto[];
}

export function personDto({ lastName, firstName, relation, phone }: AuthorisedPersonRow): PersonDto {
  return { lastName, firstName, relation, phone };
}

export function authorisedPersonDto(person: KnownPerson): AuthorisedPersonDto {
  const { id, child, state, proposedAt, decidedAt } = person;
  const { childId, firstName: childName } = child;
  return { personId: id, childId, childName, ...personDto(person), state, proposedAt, decidedAt };
}

export function gateDto(childId: number, { authorised, barred }: AtTheGate): GateDto {
  return { childId, authorised: authorised.map(personDto), barred: barred.map(barredPersonDto) };
}

function barredPersonDto({ id, lastName, firstName, untilDate }: BarredPersonRow): BarredPersonDto {
  return { barredPersonId: id, lastName, firstName, until: untilDate };
}
