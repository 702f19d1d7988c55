import type { FontWeight } from './fonts.js';

/** Size and leading in points; colour as #rrggbb, `accent` for the document's own. */
export interface TextStyle {
  readonly weight: FontWeight;
  readonly size: number;
  readonly leading: number;
  readonly colour: string;
}

const INK = '#1b2430';
const MUTED = '#56616f';

export const STYLES = {
  title: { weight: 'semibold', size: 19, leading: 24, colour: 'accent' },
  subtitle: { weight: 'regular', size: 11, leading: 15, colour: MUTED },
  heading: { weight: 'semibold', size: 12.5, leading: 17, colour: 'accent' },
  body: { weight: 'regular', size: 10, leading: 14, colour: INK },
  strong: { weight: 'semibold', size: 10, leading: 14, colour: INK },
  small: { weight: 'regular', size: 8.5, leading: 11.5, colour: MUTED },
  label: { weight: 'regular', size: 9, leading: 14, colour: MUTED },
  emitterName: { weight: 'semibold', size: 13, leading: 17, colour: 'accent' },
  emitterLine: { weight: 'regular', size: 9, leading: 12, colour: MUTED },
  address: { weight: 'regular', size: 10, leading: 11.9, colour: INK },
  tableHead: { weight: 'semibold', size: 8.5, leading: 11.5, colour: 'accent' },
  cell: { weight: 'regular', size: 9.5, leading: 12.5, colour: INK },
  cellStrong: { weight: 'semibold', size: 9.5, leading: 12.5, colour: INK },
  cellTotal: { weight: 'semibold', size: 10.5, leading: 13.5, colour: INK },
  cellNote: { weight: 'regular', size: 8, leading: 10.5, colour: MUTED },
  figure: { weight: 'semibold', size: 18, leading: 22, colour: 'accent' },
  /** Ten characters to the inch, as OCR-B stands on payment slips (ISO 1073-2): 0.6 em of twelve points. */
  machine: { weight: 'machine', size: 12, leading: 15, colour: '#000000' },
  footer: { weight: 'regular', size: 7.5, leading: 9.5, colour: MUTED },
} as const satisfies Record<string, TextStyle>;
