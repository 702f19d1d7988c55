import { IsEmail, IsString, Length, MaxLength } from 'class-validator';
import type { Temporal } from '../../kernel/civil-time.js';
import { MomentField } from '../../platform/http/fields.js';

export class SignInDto {
  /** L’identifiant : l’adresse électronique du compte. @example "claire.moreau@example.org" */
  @IsEmail()
  @MaxLength(254)
  email!: string;

  /** @example "cerise-tracteur-nuage-42" */
  @IsString()
  @MaxLength(1000)
  password!: string;
}

export class SessionDto {
  /** À envoyer ainsi : `Authorization: Bearer …` ; valable 15 minutes. @example "eyJhbGciOiJIUzI1NiJ9…" */
  accessToken!: string;

  @MomentField()
  accessTokenExpiresAt!: Temporal.Instant;

  /** À donner une seule fois à POST /auth/sessions/renewals, en échange d’une nouvelle paire. @example "pX3k…" */
  refreshToken!: string;

  @MomentField()
  refreshTokenExpiresAt!: Temporal.Instant;
}

export class RefreshTokenDto {
  /** @example "mZ0c3v…" */
  @IsString()
  @Length(1, 200)
  refreshToken!: string;
}
