import { blend, contrast, contrastWithWhite, type HexColour } from '../../kernel/colour.js';

/** What WCAG 2.2 (1.4.3) asks of a text and its ground. */
export const ENOUGH_CONTRAST = 4.5;

/** The grounds of the portal that a text of the accent colour meets: in light, the less light; in dark, the less dark. */
const LIGHT_GROUND: HexColour = '#f2f5f8';
const DARK_GROUND: HexColour = '#1c2631';
const DARK_TEXT: HexColour = '#0c1a28';
const WHITE: HexColour = '#ffffff';

/** The colours that the portal takes from the one of a commune, on a light or on a dark ground. */
export interface Shades {
  readonly accent: HexColour;
  /** Of what the accent becomes under the pointer. */
  readonly accentStrong: HexColour;
  /** Of a text on the accent. */
  readonly onAccent: HexColour;
}

export interface Theme {
  readonly light: Shades;
  readonly dark: Shades;
}

/** Whether a commune may pick a colour: white on it is readable, and it is readable on the grounds of the portal. */
export function isReadable(colour: HexColour): boolean {
  return contrastWithWhite(colour) >= ENOUGH_CONTRAST && contrast(colour, LIGHT_GROUND) >= ENOUGH_CONTRAST;
}

/** The colour itself, or the nearest darker shade of it that a commune may pick. */
export function nearestReadable(colour: HexColour): HexColour {
  let darker = colour;
  while (!isReadable(darker)) darker = blend(darker, '#000000', 0.04);
  return darker;
}

/** The theme of a colour that is readable; on a dark ground it is made lighter until it is readable there too. */
export function themeOf(colour: HexColour): Theme {
  let lighter = colour;
  while (contrast(lighter, DARK_GROUND) < ENOUGH_CONTRAST || contrast(lighter, DARK_TEXT) < ENOUGH_CONTRAST)
    lighter = blend(lighter, WHITE, 0.08);
  return {
    light: { accent: colour, accentStrong: blend(colour, '#000000', 0.2), onAccent: WHITE },
    dark: { accent: lighter, accentStrong: blend(lighter, WHITE, 0.3), onAccent: DARK_TEXT },
  };
}
