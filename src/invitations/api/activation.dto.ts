import { ApiProperty } from '@nestjs/swagger';
import type { Challenge } from 'altcha-lib';
import { IsEmail, IsString, Length, MaxLength } from 'class-validator';

export class ChallengeDto {
  /** What the widget needs: algorithm, nonce, salt, cost, prefix to find. */
  @ApiProperty({ type: Object, additionalProperties: true })
  parameters!: Challenge['parameters'];

  /** The service's own signature, to be sent back with the answer. @example "b5c1…" */
  signature?: string;
}

export class AltchaDto {
  /**
   * The answer of the ALTCHA widget, as it gives it (base64).
   * @example "eyJjaGFsbGVuZ2UiOnsi…"
   */
  @IsString()
  @Length(1, 4000)
  altcha!: string;
}

export class RenewInvitationDto extends AltchaDto {
  /** @example "marc.lefevre@example.org" */
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

export class RenewalNoticeDto {
  /** A French sentence to show. @example "Reçu : nous vous écrivons dans quelques minutes si cette adresse est connue." */
  message!: string;
}
