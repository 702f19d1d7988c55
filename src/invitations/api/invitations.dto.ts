import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, IsPositive } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { MomentField } from '../../platform/http/fields.js';
import { PageQuery } from '../../platform/http/pagination.js';
import { SKIP_REASONS, type SkipReason } from '../rules/invitation-candidate.js';
import { INVITATION_STATES, type InvitationState } from '../rules/invitation-state.js';

export class InviteGuardianDto {
  /** @example 31 */
  @IsInt()
  @IsPositive()
  guardianId!: number;
}

export class InvitedDto {
  /** @example 105 */
  invitationId!: number;
}

export class InviteGuardiansDto {
  /** Les responsables à inviter ; ou donnez `all`. @example [31, 32] */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(5000)
  @ArrayUnique()
  @IsInt({ each: true })
  @IsPositive({ each: true })
  guardianIds?: number[];

  /** `true` : tous les responsables de la collectivité. */
  @IsOptional()
  @IsIn([true])
  all?: true;
}

export class SkippedDto {
  /** @example 32 */
  guardianId!: number;

  /** @example "NO_EMAIL" */
  @IsIn(SKIP_REASONS)
  reason!: SkipReason;

  /** La raison, en français. @example "Aucune adresse électronique : complétez la fiche." */
  message!: string;
}

export class BulkInvitationDto {
  /** @example 148 */
  invited!: number;

  skipped!: SkippedDto[];
}

export class InvitationsQuery extends PageQuery {
  /** Seulement celles dans cet état. */
  @IsOptional()
  @IsIn(INVITATION_STATES)
  state?: InvitationState;
}

export class InvitationDto {
  /** @example 105 */
  invitationId!: number;

  /**
   * `WAITING` (le courriel n’est pas parti), `SENT` (envoyée), `FAILED` (refusée par un serveur de courriel), `OPENED`
   * (le lien a été ouvert), `USED` (le compte existe), `EXPIRED` (expirée), `REPLACED` (remplacée par une plus
   * récente).
   * @example "OPENED"
   */
  @IsIn(INVITATION_STATES)
  state!: InvitationState;

  /** @example 31 */
  guardianId!: number;

  /** @example "Marc LEFEVRE" */
  guardianName!: string;

  /** @example 12 */
  familyId!: number;

  /** @example "LEFEVRE" */
  familyName!: string;

  /** @example "marc.lefevre@example.org" */
  email!: string;

  @MomentField()
  createdAt!: Temporal.Instant;

  @MomentField()
  expiresAt!: Temporal.Instant;

  @MomentField({ optional: true })
  sentAt!: Temporal.Instant | null;

  @MomentField({ optional: true })
  failedAt!: Temporal.Instant | null;

  /**
   * Ce qu’a répondu le serveur de courriel ; tant que l’invitation est `WAITING`, l’envoi est tenté de nouveau.
   * @example "SMTP EENVELOPE RCPT TO 550 5.1.1"
   */
  failure!: string | null;

  @MomentField({ optional: true })
  openedAt!: Temporal.Instant | null;

  @MomentField({ optional: true })
  usedAt!: Temporal.Instant | null;
}
