/** A colour as CSS writes it: `#1f4e79`. */
export type HexColour = `#${string}`;

/** True for `#` and six hexadecimal digits, the only form stored and accepted. */
export function isHexColour(value: string): value is HexColour {
  return /^#[0-9a-f]{6}$/i.test(value);
}

/** Contrast of two colours, from 1 (the same) to 21 (black and white), after WCAG 2.2. */
export function contrast(one: HexColour, other: HexColour): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (lighter + 0.05) / (darker + 0.05);
}

/** Contrast with white, from 1 (white) to 21 (black). */
export function contrastWithWhite(colour: HexColour): number {
  return contrast(colour, '#ffffff');
}

/** The colour itself, or the nearest darker shade of it that is readable on white (RGAA 3.2: contrast of 4.5 and more). */
export function readableOnWhite(colour: HexColour): HexColour {
  let readable = colour;
  while (contrastWithWhite(readable) < 4.5) readable = blend(readable, '#000000', 0.08);
  return readable;
}

/** `share` (0 to 1) of `other` mixed into `colour`. */
export function blend(colour: HexColour, other: HexColour, share: number): HexColour {
  const target = channels(other);
  const mixed = channels(colour).map((channel, index) => Math.round(channel + (target[index]! - channel) * share));
  return `#${mixed.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}

/** Relative luminance, from 0 (black) to 1 (white). */
function luminance(colour: HexColour): number {
  const [red, green, blue] = channels(colour).map((channel) => {
    const share = channel / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Throws RangeError when the value is not `#` and six hexadecimal digits. */
function channels(colour: HexColour): number[] {
  if (!isHexColour(colour)) throw new RangeError(`« ${String(colour)} » is not a colour written #rrggbb`);
  return [1, 3, 5].map((at) => parseInt(colour.slice(at, at + 2), 16));
}
