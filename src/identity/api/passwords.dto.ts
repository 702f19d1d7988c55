import { IsEmail, IsString, Length, MaxLength } from 'class-validator';

export class RequestPasswordResetDto {
  /** @example "claire.moreau@example.org" */
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

export class CompletePasswordResetDto {
  /** Le `code` du lien reçu par courriel. @example "k2vJ9w…" */
  @IsString()
  @Length(1, 200)
  code!: string;

  /**
   * Le nouveau mot de passe : 12 caractères de quatre sortes, 14 de trois, ou une phrase de 7 mots ou de 20 caractères.
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
  /**
   * Une phrase en français, à afficher.
   * @example "Reçu : nous vous écrivons dans quelques minutes si cette adresse est connue."
   */
  message!: string;
}
