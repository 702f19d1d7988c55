import { IsOptional, Matches } from 'class-validator';
import type { HexColour } from '../../kernel/colour.js';
import { FilesField, type UploadedFile } from '../../platform/http/uploads.js';
import type { Look } from '../data/look.entity.js';
import { themeOf } from '../rules/theme.js';

/** The colour that the mairie gives its families' pages. */
export class ColourDto {
  /** `#` et six chiffres hexadécimaux, assez foncée pour se lire sur du blanc ; `null` : celle du service. @example "#1f4e79" */
  @IsOptional()
  @Matches(/^#[0-9a-f]{6}$/i, {
    message: 'une couleur s’écrit « # » et six chiffres hexadécimaux, par exemple #1f4e79.',
  })
  colour?: HexColour | null;
}

/** A multipart form. */
export class LogoDto {
  @FilesField({ min: 1, max: 1 })
  files!: UploadedFile[];
}

export class ShadesDto {
  /** Liens, boutons, bandeau. @example "#1f4e79" */
  accent!: string;
  /** Les mêmes, survolés. @example "#193e61" */
  accentStrong!: string;
  /** Ce qui est écrit dessus. @example "#ffffff" */
  onAccent!: string;
}

/** The colours of the pages, from the one that the mairie picked: each pair is readable (WCAG 2.2). */
export class ThemeDto {
  light!: ShadesDto;
  dark!: ShadesDto;
}

export class LookDto {
  /** `null` : celle du service. @example "#1f4e79" */
  colour!: string | null;
  /** Ses nuances, sur fond clair et sur fond sombre ; `null` : celles du service. */
  theme!: ThemeDto | null;
  /** Change quand le logo change ; `null` : pas de logo. @example 31 */
  logoId!: number | null;
}

export function lookDto({ colour, logoFileId }: Look): LookDto {
  return { colour, theme: colour && themeOf(colour), logoId: logoFileId };
}
