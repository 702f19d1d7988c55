import { applyDecorators } from '@nestjs/common';
import { ApiExtraModels, ApiProperty, ApiPropertyOptional, ApiSchema, getSchemaPath } from '@nestjs/swagger';
import { Allow } from 'class-validator';
import { COLLECTIVE_REASONS, PROOF_KINDS, WAIVER_PROOFS } from '../rules/policy/booking-policy.js';
import { DEADLINE_SHAPES } from './deadline.dto.js';

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
    description: 'When the effect ends; absent: with the kitchen’s order or, without one, when the service begins.',
    example: SAME_MORNING,
  });

class CounterDto {
  @ApiProperty({ enum: ['CHILD', 'FAMILY'], example: 'CHILD' })
  per!: string;
  @ApiProperty({ enum: ['MONTH', 'SCHOOL_YEAR', 'INVOICE'], example: 'MONTH' })
  period!: string;
  @ApiPropertyOptional({ description: 'The first time that pays; earlier ones are at the ordinary price.', example: 1 })
  from?: number;
  @ApiPropertyOptional({
    description: 'The last time that pays; later ones meet the next effect or, without one, the ordinary price.',
    example: 2,
  })
  upTo?: number;
}

@ApiSchema({
  description:
    'What a late request meets. SURCHARGE (booking and changing) has exactly one of abs, pct, multiplier, fixedPrice, costPrice; BILL_FULL and CREDIT are for giving up a booking. Example: Lons-le-Saunier, a surcharge on the first two meals.',
})
export class EffectDto {
  @ApiProperty({
    enum: ['BLOCK', 'SURCHARGE', 'REQUEST_TO_AGENT', 'PHONE_ONLY', 'BILL_FULL', 'CREDIT'],
    example: 'SURCHARGE',
  })
  type!: string;
  @ApiPropertyOptional({ description: 'Cents on top.', example: 150 })
  abs?: number;
  @ApiPropertyOptional({ description: 'Per cent on top.', example: 50 })
  pct?: number;
  @ApiPropertyOptional({ description: 'The price times this.', example: 2 })
  multiplier?: number;
  @ApiPropertyOptional({ description: 'Cents instead of the price.', example: 1000 })
  fixedPrice?: number;
  @ApiPropertyOptional({ description: 'True: what the service costs the commune.', example: true })
  costPrice?: boolean;
  @ApiPropertyOptional({ description: 'Of PHONE_ONLY.', example: '04 67 00 00 00' })
  number?: string;
  @Until()
  until?: object;
  @ApiPropertyOptional({ type: CounterDto })
  counter?: CounterDto;
}

export class OperationRuleDto {
  @ApiProperty({ ...DEADLINE_SHAPES, example: BATCH })
  deadline!: object;
  @ApiPropertyOptional({
    type: 'array',
    items: { $ref: getSchemaPath('EffectDto') },
    description: 'Tried in their order: the first that has not ended applies; then the request is refused.',
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
  @ApiPropertyOptional({ description: 'Between the two, the proof is late; after, it does not count.', example: 10 })
  hardLimitDays?: number;
}

class CarenceDto {
  @ApiProperty({ description: 'First days of service that stay billed.', example: 0 })
  n!: number;
  @ApiPropertyOptional({ description: 'When the proof is late.', example: 2 })
  ifLate?: number;
}

@ApiSchema({
  description:
    'What it takes for an absence not to be billed. Example: École Saint-Exupéry, a proof in 72 h; up to ten days, two days of carence.',
})
export class AbsencePolicyDto {
  @ApiPropertyOptional({ ...DEADLINE_SHAPES, example: SAME_MORNING })
  declareBefore?: object;
  @ApiPropertyOptional({ type: ProofDto })
  proof?: ProofDto;
  @ApiPropertyOptional({ type: CarenceDto })
  carenceDays?: CarenceDto;
  @ApiPropertyOptional({ description: 'Shorter absences are billed.', example: 1 })
  minConsecutiveDays?: number;
  @ApiPropertyOptional({ enum: COLLECTIVE_REASONS, isArray: true, example: ['STRIKE', 'CLOSURE'] })
  collective?: string[];
}

@ApiSchema({ description: 'Deadlines of its own for a family that the mairie recognises, such as shift workers.' })
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
}

const RULE_SHAPES = { oneOf: [{ $ref: getSchemaPath(OperationRuleDto) }, ...DEADLINE_SHAPES.oneOf] };

@ApiSchema({
  description:
    'The règlement of a prestation. Each rule is a deadline, or a deadline and what happens after it. Example: Vailhauquès.',
})
export class PolicyDto {
  @Allow()
  @ApiProperty({ ...RULE_SHAPES, description: 'Until when one books.', example: POLICY_EXAMPLE.add })
  add!: object;
  @Allow()
  @ApiProperty({ ...RULE_SHAPES, description: 'Until when one gives a booking up.', example: POLICY_EXAMPLE.cancel })
  cancel!: object;
  @Allow()
  @ApiPropertyOptional({ ...RULE_SHAPES, description: 'Until when one changes a booking.', example: BATCH })
  modify?: object;
  @Allow()
  @ApiPropertyOptional({ ...RULE_SHAPES, description: 'Until when one changes the menu of a day.', example: BATCH })
  diet?: object;
  @Allow()
  @ApiPropertyOptional({
    ...DEADLINE_SHAPES,
    description: 'When the kitchen’s order leaves.',
    example: POLICY_EXAMPLE.order,
  })
  order?: object;
  @Allow()
  @ApiPropertyOptional({ type: AbsencePolicyDto })
  absence?: AbsencePolicyDto;
  @Allow()
  @ApiPropertyOptional({ type: PolicyWaiverDto, isArray: true })
  waivers?: PolicyWaiverDto[];
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
  ApiExtraModels(PolicyDto, OperationRuleDto, EffectDto, AbsencePolicyDto, PolicyWaiverDto);
