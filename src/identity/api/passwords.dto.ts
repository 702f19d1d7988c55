import { IsEmail, IsInt, IsString, Length, MaxLength, Min } from 'class-validator';
import { MayBeAbsent } from '../../platform/http/fields.js';

/** Where a link is asked for. */
class AskedOnPageDto {
  /**
   * La collectivité dont la page parle, si elle est connue : celle du lien parlera de la même, si le compte en est.
   * @example 3
   */
  @MayBeAbsent()
  @IsInt()
  @Min(1)
  collectiviteId?: number;
}

export class RequestPasswordResetDto extends AskedOnPageDto {
  /** @example "claire.moreau@example.org" */
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

export class ResetCodeDto {
  /** Le `code` du lien reçu par courriel. @example "k2vJ9w…" */
  @IsString()
  @Length(1, 200)
  code!: string;
}

export class RenewPasswordResetDto extends AskedOnPageDto {
  /** Le `code` du lien reçu par courriel. @example "k2vJ9w…" */
  @IsString()
  @Length(1, 200)
  code!: string;
}

export class CompletePasswordResetDto extends ResetCodeDto {
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
