import { IsBoolean, IsString, Length } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { MomentField } from '../../platform/http/fields.js';
import { SignInDto } from './sessions.dto.js';

export class BrowserSignInDto extends SignInDto {
  /** Vrai : rester connecté sur cet appareil, trente jours au plus ; faux : jusqu’à la fermeture du navigateur. */
  @IsBoolean()
  staySignedIn!: boolean;
}

export class AdoptedTokenDto {
  /** Le jeton de renouvellement de la session qui vient de s’ouvrir. @example "mZ0c3v…" */
  @IsString()
  @Length(1, 200)
  refreshToken!: string;

  /** Comme à la connexion. */
  @IsBoolean()
  staySignedIn!: boolean;
}

export class BrowserSessionDto {
  /** À envoyer ainsi : `Authorization: Bearer …` ; valable 15 minutes, à garder en mémoire seulement. @example "eyJhbGciOiJIUzI1NiJ9…" */
  accessToken!: string;

  @MomentField()
  accessTokenExpiresAt!: Temporal.Instant;
}
