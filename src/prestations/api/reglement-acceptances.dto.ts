import { Matches } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';
import type { Acceptance } from '../actions/policies/accept-reglement.js';

export class AcceptedReglementDto {
  /** La version lue, que donne le règlement. @example "q3Jx0bT1s-9K" */
  @Matches(/^[\w-]{12}$/, { message: 'la version que donne le règlement est attendue.' })
  version!: string;
}

export class ReglementAcceptanceDto {
  /** @example "q3Jx0bT1s-9K" */
  version!: string;
  @DayField({ description: 'Un jour où elle s’appliquait : son texte se relit à cette date.' })
  appliedOn!: Temporal.PlainDate;
  @MomentField()
  acceptedAt!: Temporal.Instant;
  /** Vrai quand c’est ce qui s’applique aujourd’hui. @example true */
  current!: boolean;
}

export function acceptanceDto({ version, appliedOn, acceptedAt, current }: Acceptance): ReglementAcceptanceDto {
  return { version, appliedOn, acceptedAt, current };
}
