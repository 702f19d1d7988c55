import { ApiProperty } from '@nestjs/swagger';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField } from '../../platform/http/fields.js';
import { OfferedSupplementDto, SupplementsField } from '../../reglement/index.js';
import type { FamilyEnrolment } from '../actions/enrolments/list-family-enrolments.js';

export class UsualSupplementsDto {
  @SupplementsField('Les suppléments du tarif à prendre à chaque venue ; vide : aucun.')
  supplements!: string[];
  @SupplementsField(
    'Ceux que vous avez lus : s’ils ont changé entre-temps, rien n’est changé ; absent : sans cette vérification.',
    { optional: true },
  )
  replaces?: string[] | null;
}

export class FamilyEnrolmentDto {
  /** @example 31 */
  id!: number;
  /** @example 12 */
  childId!: number;
  /** @example "Léa MARTIN" */
  childName!: string;
  /** @example 3 */
  prestationId!: number;
  /** @example "Garderie du soir" */
  prestationName!: string;
  @DayField()
  from!: Temporal.PlainDate;
  @DayField({ optional: true })
  to!: Temporal.PlainDate | null;
  /** Ceux que l’enfant prend à chaque venue. */
  @ApiProperty({ type: [String], example: ['Goûter'] })
  supplements!: readonly string[];
  /** Ceux que propose le tarif, au prix de cette famille. */
  @ApiProperty({ type: [OfferedSupplementDto] })
  offeredSupplements!: readonly OfferedSupplementDto[];
}

export function familyEnrolmentDto({ enrolment, child, prestation, offered }: FamilyEnrolment): FamilyEnrolmentDto {
  return {
    id: enrolment.id,
    childId: child.childId,
    childName: `${child.firstName} ${child.lastName}`,
    prestationId: prestation.id,
    prestationName: prestation.name,
    from: enrolment.fromDate,
    to: enrolment.toDate,
    supplements: enrolment.supplements ?? [],
    offeredSupplements: offered,
  };
}
