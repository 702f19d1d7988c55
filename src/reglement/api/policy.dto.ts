import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, ApiSchema, getSchemaPath } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { COLLECTIVE_REASONS, PROOF_KINDS, WAIVER_PROOFS } from '../rules/policy/booking-policy.js';
import { DEADLINE_SHAPES } from './deadline.dto.js';
import { AudienceDto } from './tariff.dto.js';

/** Shapes for the documentation; the rules read and check what is sent. */

const FRIDAY = { type: 'WEEKDAY_OF_WEEK', weeksBack: 1, weekday: 'FR', at: '09:00' };
const TUESDAY = { type: 'WEEKDAY_OF_WEEK', weeksBack: 0, weekday: 'TU', at: '09:00' };
const BATCH = { type: 'BATCH', perWeekday: { MO: FRIDAY, TU: FRIDAY, TH: TUESDAY, FR: TUESDAY } };
const SAME_MORNING = { type: 'DAYS_BEFORE', n: 0, unit: 'CALENDAR', at: '09:00' };
const SURCHARGE = { type: 'SURCHARGE', pct: 50 };
const PHONE = { type: 'PHONE_ONLY', number: '04 67 00 00 00', until: SAME_MORNING };

/** Vailhauquès: late costs half as much again; the same morning one cancels by phone, then pays in full. */
export const POLICY_EXAMPLE = {
  add: { deadline: BATCH, afterDeadline: [SURCHARGE] },
  cancel: { deadline: BATCH, afterDeadline: [PHONE, { type: 'BILL_FULL' }] },
  order: { ...SAME_MORNING, at: '09:30' },
};

const Until = () =>
  ApiPropertyOptional({
    ...DEADLINE_SHAPES,
    description:
      'Quand l’effet prend fin ; absent : avec la commande à la cuisine ou, s’il n’y en a pas, au début du service.',
    example: SAME_MORNING,
  });

class CounterDto {
  @ApiProperty({ enum: ['CHILD', 'FAMILY'], example: 'CHILD' })
  per!: string;
  @ApiProperty({ enum: ['MONTH', 'SCHOOL_YEAR', 'INVOICE'], example: 'MONTH' })
  period!: string;
  @ApiPropertyOptional({
    description:
      'La première fois que l’effet concerne ; les précédentes passent comme dans les délais. Exemple : de `BLOCK`, 3 : deux retards acceptés, puis un refus.',
    example: 1,
  })
  from?: number;
  @ApiPropertyOptional({
    description:
      'La dernière fois que l’effet concerne ; les suivantes relèvent de l’effet suivant ou, à défaut, passent comme dans les délais. De `SURCHARGE`, `BILL_FULL` et `CREDIT` seulement.',
    example: 2,
  })
  upTo?: number;
}

@ApiSchema({
  description:
    'Ce que rencontre une demande tardive. `SURCHARGE` (réserver et changer) porte exactement un de `abs`, `pct`, `multiplier`, `fixedPrice`, `costPrice` ; `BILL_FULL` et `CREDIT` valent pour une annulation. Tous peuvent porter un `counter`, sauf pour un menu. Exemples : Lons-le-Saunier, un supplément sur les deux premiers repas (`upTo: 2`) ; deux annulations tardives créditées dans l’année, puis le jour facturé (`CREDIT` avec `upTo: 2`, puis `BILL_FULL`).',
})
export class EffectDto {
  @ApiProperty({
    enum: ['BLOCK', 'SURCHARGE', 'REQUEST_TO_AGENT', 'PHONE_ONLY', 'BILL_FULL', 'CREDIT'],
    example: 'SURCHARGE',
  })
  type!: string;
  @ApiPropertyOptional({ description: 'Centimes en plus.', example: 150 })
  abs?: number;
  @ApiPropertyOptional({ description: 'Pourcentage en plus.', example: 50 })
  pct?: number;
  @ApiPropertyOptional({ description: 'Le prix multiplié par ce nombre.', example: 2 })
  multiplier?: number;
  @ApiPropertyOptional({ description: 'Centimes à la place du prix.', example: 1000 })
  fixedPrice?: number;
  @ApiPropertyOptional({ description: 'Vrai : ce que le service coûte à la commune.', example: true })
  costPrice?: boolean;
  @ApiPropertyOptional({ description: 'De `PHONE_ONLY` (par téléphone seulement).', example: '04 67 00 00 00' })
  number?: string;
  @Until()
  until?: object;
  @ApiPropertyOptional({
    type: CounterDto,
    description:
      'Les fois que l’effet concerne, de l’enfant ou de la famille : réservations et échanges tardifs ensemble, annulations tardives à part. Une facture couvre un mois de service.',
  })
  counter?: CounterDto;
}

export class OperationRuleDto {
  @ApiProperty({ ...DEADLINE_SHAPES, example: BATCH })
  deadline!: object;
  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: getSchemaPath('EffectDto') },
    description:
      'Essayés dans leur ordre : le premier qui n’a pas pris fin s’applique ; ensuite la demande est refusée.',
    example: [SURCHARGE],
  })
  afterDeadline?: object[];
}

class ProofDto {
  @ApiProperty({ enum: PROOF_KINDS, isArray: true, example: ['ILLNESS'] })
  kinds!: string[];
  @ApiProperty({ example: 3 })
  withinDays!: number;
  @ApiProperty({ enum: ['FIRST_DAY_START', 'FIRST_DAY_END'], example: 'FIRST_DAY_START' })
  anchor!: string;
  @ApiPropertyOptional({
    description: 'Entre les deux, le justificatif est tardif ; après, il ne compte pas.',
    example: 10,
  })
  hardLimitDays?: number;
}

class CarenceDto {
  @ApiProperty({ description: 'Premiers jours de service qui restent facturés.', example: 0 })
  n!: number;
  @ApiPropertyOptional({ description: 'Quand le justificatif est tardif.', example: 2 })
  ifLate?: number;
}

@ApiSchema({
  description:
    'Ce qu’il faut pour qu’une absence ne soit pas facturée. Exemple : École Saint-Exupéry, un justificatif sous 72 h ; jusqu’à dix jours, deux jours de carence.',
})
export class AbsencePolicyDto {
  @ApiPropertyOptional({ ...DEADLINE_SHAPES, example: SAME_MORNING })
  declareBefore?: object;
  @ApiPropertyOptional({ type: ProofDto })
  proof?: ProofDto;
  @ApiPropertyOptional({ type: CarenceDto })
  carenceDays?: CarenceDto;
  @ApiPropertyOptional({ description: 'Les absences plus courtes sont facturées.', example: 1 })
  minConsecutiveDays?: number;
  @ApiPropertyOptional({
    description:
      'À partir de quel jour d’une absence justifiée la mairie paie à la place de la famille : le rang d’un jour de service (4 : les trois premiers restent facturés), `DECLARATION` (le jour où elle est signalée) ou `PROOF` (le jour où arrive son justificatif). Absent : dès le premier.',
    oneOf: [
      { type: 'integer', minimum: 2, maximum: 60 },
      { type: 'string', enum: ['DECLARATION', 'PROOF'] },
    ],
    example: 4,
  })
  payFrom?: number | string;
  @ApiPropertyOptional({ enum: COLLECTIVE_REASONS, isArray: true, example: ['STRIKE', 'CLOSURE'] })
  collective?: string[];
}

@ApiSchema({
  description: 'Des délais propres à une famille que la mairie reconnaît, par exemple aux horaires de travail décalés.',
})
export class PolicyWaiverDto {
  @ApiProperty({ enum: ['SHIFT_WORK'], example: 'SHIFT_WORK' })
  kind!: string;
  @ApiProperty({ example: 'Parents en horaires décalés' })
  label!: string;
  @ApiProperty({ enum: WAIVER_PROOFS, example: 'EMPLOYER_LETTER' })
  proof!: string;
  @ApiPropertyOptional({ ...DEADLINE_SHAPES, example: SAME_MORNING })
  add?: object;
  @ApiPropertyOptional({ ...DEADLINE_SHAPES, example: SAME_MORNING })
  cancel?: object;
  @ApiPropertyOptional({
    ...DEADLINE_SHAPES,
    description:
      'Échanger un jour ; absent, et si le règlement n’en dit rien non plus : le premier de `add` et de `cancel`.',
    example: SAME_MORNING,
  })
  modify?: object;
  @ApiPropertyOptional({
    ...DEADLINE_SHAPES,
    description: 'Changer de menu ; absent, et si le règlement n’en dit rien non plus : comme `add`.',
    example: SAME_MORNING,
  })
  diet?: object;
}

const RULE_SHAPES = { oneOf: [{ $ref: getSchemaPath(OperationRuleDto) }, ...DEADLINE_SHAPES.oneOf] };

@ApiSchema({
  description:
    'Des règles propres à certains enfants ; les autres suivent celles de tous. Un enfant ne peut pas être de deux publics qui ont chacun une règle pour la même opération.',
})
export class PolicyPublicDto {
  @ApiProperty({
    allOf: [{ $ref: getSchemaPath(AudienceDto) }],
    description: 'Dans la langue des publics des tarifs.',
    example: { schoolLevels: ['MATERNELLE'] },
  })
  applies!: AudienceDto;
  @ApiPropertyOptional({ ...RULE_SHAPES, example: SAME_MORNING })
  add?: object;
  @ApiPropertyOptional({ ...RULE_SHAPES, example: SAME_MORNING })
  cancel?: object;
  @ApiPropertyOptional({ ...RULE_SHAPES, example: SAME_MORNING })
  modify?: object;
  @ApiPropertyOptional({ ...RULE_SHAPES, example: SAME_MORNING })
  diet?: object;
  @ApiPropertyOptional({
    type: AbsencePolicyDto,
    description: 'À la place de toute la règle des absences.',
    example: { carenceDays: { n: 1 } },
  })
  absence?: AbsencePolicyDto;
}

@ApiSchema({
  description:
    'Le règlement d’une prestation. Chaque règle est un délai, ou un délai et ce qui se passe après lui. Exemple : Vailhauquès.',
})
export class PolicyDto {
  @Allow()
  @ApiProperty({ ...RULE_SHAPES, description: 'Jusqu’à quand on réserve.', example: POLICY_EXAMPLE.add })
  add!: object;
  @Allow()
  @ApiProperty({
    ...RULE_SHAPES,
    description: 'Jusqu’à quand on annule une réservation.',
    example: POLICY_EXAMPLE.cancel,
  })
  cancel!: object;
  @Allow()
  @ApiPropertyOptional({ ...RULE_SHAPES, description: 'Jusqu’à quand on change une réservation.', example: BATCH })
  modify?: object;
  @Allow()
  @ApiPropertyOptional({ ...RULE_SHAPES, description: 'Jusqu’à quand on change le menu d’un jour.', example: BATCH })
  diet?: object;
  @Allow()
  @ApiPropertyOptional({
    ...DEADLINE_SHAPES,
    description: 'Quand part la commande à la cuisine.',
    example: POLICY_EXAMPLE.order,
  })
  order?: object;
  @Allow()
  @ApiPropertyOptional({ type: AbsencePolicyDto })
  absence?: AbsencePolicyDto;
  @Allow()
  @ApiPropertyOptional({ type: PolicyWaiverDto, isArray: true })
  waivers?: PolicyWaiverDto[];
  @Allow()
  @ApiPropertyOptional({ type: PolicyPublicDto, isArray: true })
  publics?: PolicyPublicDto[];
}

/** A whole règlement in a request (then read by the rules, whatever it is) or in an answer. */
export function PolicyField(description: string, { optional = false } = {}): PropertyDecorator {
  return applyDecorators(
    ApiProperty({
      allOf: [{ $ref: getSchemaPath(PolicyDto) }],
      description,
      required: !optional,
      example: POLICY_EXAMPLE,
    }),
    Allow(),
  );
}

/** Puts the shapes of règlements in the document of a controller; those of deadlines are needed too. */
export const ApiPolicies = (): ClassDecorator =>
  ApiExtraModels(
    PolicyDto,
    OperationRuleDto,
    EffectDto,
    AbsencePolicyDto,
    PolicyWaiverDto,
    PolicyPublicDto,
    AudienceDto,
  );
