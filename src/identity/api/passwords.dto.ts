import { IsEmail, IsString, Length, MaxLength } from 'class-validator';

export class RequestPasswordResetDto {
  /** @example "claire.moreau@example.org" */
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

export class CompletePasswordResetDto {
  /**
   * The `code` of the link that was mailed.
   * @example "k2vJ9w…"
   */
  @IsString()
  @Length(1, 200)
  code!: string;

  /**
   * The new password: 12 characters of four kinds, 14 of three, or a phrase of 7 words or 20 characters.
   * @example "cerise-tracteur-nuage-42"
   */
  @IsString()
  @MaxLength(1000)
  password!: string;
}

export class ChangePasswordDto {
  /** @example "cerise-tracteur-nuage-42" */
  @IsString()
  @MaxLength(1000)
  currentPassword!: string;

  /** @example "vélo, tartine et cerf-volant" */
  @IsString()
  @MaxLength(1000)
  newPassword!: string;
}

export class NoticeDto {
  /** A French sentence to show. @example "Reçu : nous vous écrivons dans quelques minutes si cette adresse est connue." */
  message!: string;
}
