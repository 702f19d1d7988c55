import { ApiProperty } from '@nestjs/swagger';
import type { Challenge } from 'altcha-lib';
import { IsEmail, IsString, Length, MaxLength } from 'class-validator';

export class ChallengeDto {
  /** Ce dont le composant a besoin : algorithme, nonce, sel, coût, préfixe à trouver. */
  @ApiProperty({ type: Object, additionalProperties: true })
  parameters!: Challenge['parameters'];

  /** La signature du service, à renvoyer avec la réponse. @example "b5c1…" */
  signature?: string;
}

export class AltchaDto {
  /** La réponse du composant ALTCHA, telle qu’il la donne (base64). @example "eyJjaGFsbGVuZ2UiOnsi…" */
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
  /**
   * Une phrase en français, à afficher.
   * @example "Reçu : nous vous écrivons dans quelques minutes si cette adresse est connue."
   */
  message!: string;
}
