import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsOptional } from 'class-validator';
import { Typed } from '../../platform/http/fields.js';

export class OverrideDto {
  /** La mairie agit au-delà des délais du règlement ; refusé aux parents. */
  @ApiPropertyOptional({ type: Boolean })
  @IsOptional()
  @IsBoolean()
  override?: boolean;

  /**
   * Pourquoi, quand `override` est vrai ; conservé dans le journal des accès.
   * @example "Hospitalisation d’un parent, accord de la directrice"
   */
  @ApiPropertyOptional({ type: String, maxLength: 200 })
  @IsOptional()
  @Typed({ max: 200 })
  reason?: string;
}

/** What the body of an act of a parent, or of the mairie, looks like. */
export const OVERRIDE_EXAMPLES = {
  parent: { value: {} },
  mairie: { value: { override: true, reason: 'Hospitalisation d’un parent, accord de la directrice' } },
};
