import { Type } from 'class-transformer';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { isBefore, spanHolds, type Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';
import type { ListedProposal } from '../actions/proposals/list-proposals.js';
import type { ChildFile, FamilyFile } from '../actions/show-family.js';
import type { ProposalState } from '../data/change-proposal.entity.js';
import type { CustodyRow } from '../data/custody.entity.js';
import { proposableLabel } from '../rules/correctable-fields.js';
import type { CustodyWeeks } from '../rules/custody.js';
import { ChildNameDto } from './children.dto.js';
import { GuardianDto, QuotientDto, quotientDto } from './families.dto.js';

export class MyFamilyListDto {
  /** @example 12 */
  familyId!: number;
  /** @example 1 */
  collectiviteId!: number;
  /** @example "Mairie de Valmont-sur-Orle" */
  collectiviteName!: string;
  /** Celui de la collectivité : c’est à son heure que les jours changent. @example "Europe/Paris" */
  timeZone!: string;
  /** @example "DUFOUR" */
  name!: string;
  /** Les enfants que le foyer a aujourd’hui, ou aura. */
  children!: ChildNameDto[];
}

export class OwnCustodyDto {
  /** `ALL` (toutes les semaines), `EVEN` (semaines paires) ou `ODD` (semaines impaires). @example "EVEN" */
  weeks!: CustodyWeeks;
  @DayField()
  from!: Temporal.PlainDate;
  @DayField({ optional: true })
  to!: Temporal.PlainDate | null;
}

export class MyChildDto extends ChildNameDto {
  @DayField({ example: '2018-04-12' })
  birthDate!: Temporal.PlainDate;
  /** @example "École Jean-Moulin" */
  siteName!: string | null;
  /** @example "CE2" */
  className!: string | null;
  /** @example "Standard" */
  menuLabel!: string;
  /** Si la mairie a connaissance d’un PAI. @example false */
  hasPai!: boolean;
  /** Quand ce foyer a l’enfant, aujourd’hui et plus tard. */
  custodies!: OwnCustodyDto[];
  /** Les semaines de l’autre foyer, dont rien d’autre n’est dit ; `null` s’il n’y en a pas. @example "ODD" */
  otherFoyerWeeks!: CustodyWeeks | null;
}

export class MyFamilyDto {
  /** @example 12 */
  familyId!: number;
  /** @example 1 */
  collectiviteId!: number;
  /** @example "DUFOUR" */
  name!: string;
  /** @example "8 rue des Lilas" */
  addressLine1!: string | null;
  /** @example "Bât. B" */
  addressLine2!: string | null;
  /** @example "34120" */
  postalCode!: string | null;
  /** @example "VALMONT-SUR-ORLE" */
  city!: string | null;
  /** @example "3550305" */
  allocataireNumber!: string | null;
  guardians!: GuardianDto[];
  children!: MyChildDto[];
  quotients!: QuotientDto[];
}

export class ProposedChangeDto {
  /** `family:12`, `guardian:31` ou `child:7`. @example "guardian:31" */
  @IsString()
  @Matches(/^(family|guardian|child):[1-9]\d{0,9}$/)
  subject!: string;
  /**
   * L’un de : `name`, `addressLine1`, `addressLine2`, `postalCode`, `city`, `allocataireNumber` (famille) ;
   * `civility`, `lastName`, `firstName`, `email`, `phone` (responsable) ; `lastName`, `firstName`, `birthDate`, `sex`,
   * `className` (enfant).
   * @example "phone"
   */
  @IsString()
  @MaxLength(40)
  field!: string;
  /** Vide pour retirer la valeur, là où c’est permis. @example "06 12 34 56 78" */
  @IsString()
  @MaxLength(254)
  newValue!: string;
}

export class ChangeProposalsDto {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => ProposedChangeDto)
  changes!: ProposedChangeDto[];
}

export class ChangeProposalDto {
  /** @example 4 */
  proposalId!: number;
  /** @example 12 */
  familyId!: number;
  /** @example "guardian:31" */
  subject!: string;
  /** @example "Claire MOREAU" */
  subjectName!: string;
  /** @example "phone" */
  field!: string;
  /** @example "Téléphone" */
  fieldLabel!: string;
  /** @example "06 12 34 56 78" */
  oldValue!: string | null;
  /** Vide quand la valeur est à retirer. @example "06 98 76 54 32" */
  newValue!: string;
  /** `PENDING` (en attente), `ACCEPTED` (acceptée), `REFUSED` (refusée) ou `WITHDRAWN` (retirée). @example "PENDING" */
  state!: ProposalState;
  @MomentField()
  proposedAt!: Temporal.Instant;
  @MomentField({ optional: true })
  decidedAt!: Temporal.Instant | null;
  /** Quand l’état est `REFUSED` : pourquoi, dans les mots de la mairie. @example "Le livret de famille porte un autre prénom." */
  refusalReason!: string | null;
}

export class MyChangeProposalDto extends ChangeProposalDto {
  /** Si vous l’avez demandée et pouvez encore la retirer. @example true */
  withdrawable!: boolean;
}

/** What a parent sees: its own foyer, and of the other foyer of a shared child nothing but the weeks. */
export function myFamilyDto(
  { family, guardians, children, quotients }: FamilyFile,
  today: Temporal.PlainDate,
): MyFamilyDto {
  const { id, collectiviteId, name, addressLine1, addressLine2, postalCode, city, allocataireNumber } = family;
  return {
    familyId: id,
    ...{ collectiviteId, name, addressLine1, addressLine2, postalCode, city, allocataireNumber },
    guardians: guardians.map(({ id: guardianId, position, civility, firstName, lastName, email, phone }) => {
      return { guardianId, position, civility, firstName, lastName, email, phone };
    }),
    children: children.map((file) => myChildDto(file, id, today)).filter(({ custodies }) => custodies.length > 0),
    quotients: quotients.map(quotientDto),
  };
}

function myChildDto(
  { child, siteName, menuLabel, custodies }: ChildFile,
  familyId: number,
  today: Temporal.PlainDate,
): MyChildDto {
  const live = ({ toDate }: CustodyRow) => toDate === null || !isBefore(toDate, today);
  const other = custodies.find(
    (custody) => custody.familyId !== familyId && spanHolds({ from: custody.fromDate, to: custody.toDate }, today),
  );
  const { id, firstName, lastName, birthDate, className, hasPai } = child;
  return {
    childId: id,
    ...{ firstName, lastName, birthDate, siteName, className, menuLabel, hasPai },
    custodies: custodies
      .filter((custody) => custody.familyId === familyId && live(custody))
      .map(({ weeks, fromDate, toDate }) => ({ weeks, from: fromDate, to: toDate })),
    otherFoyerWeeks: other?.weeks ?? null,
  };
}

export function changeProposalDto(proposal: ListedProposal): ChangeProposalDto {
  const { id, familyId, subject, subjectName, field, oldValue, newValue, state, proposedAt, decidedAt, refusalReason } =
    proposal;
  return {
    proposalId: id,
    ...{ familyId, subject, subjectName, field, fieldLabel: proposableLabel(field) },
    ...{ oldValue, newValue, state, proposedAt, decidedAt, refusalReason },
  };
}

/** As who is signed in sees it: the other adult's correction is not theirs to take back. */
export function myChangeProposalDto(proposal: ListedProposal, accountId: number): MyChangeProposalDto {
  const { state, proposedBy } = proposal;
  return { ...changeProposalDto(proposal), withdrawable: state === 'PENDING' && proposedBy === accountId };
}
