import { type Cents, cents } from '../../kernel/money.js';

const UP_TO_SIXTEEN = [
  'zéro',
  'un',
  'deux',
  'trois',
  'quatre',
  'cinq',
  'six',
  'sept',
  'huit',
  'neuf',
  'dix',
  'onze',
  'douze',
  'treize',
  'quatorze',
  'quinze',
  'seize',
] as const;
const TENS = [
  '',
  '',
  'vingt',
  'trente',
  'quarante',
  'cinquante',
  'soixante',
  'soixante',
  'quatre-vingt',
  'quatre-vingt',
] as const;

/**
 * « cent vingt-trois euros et quarante-cinq centimes », in the traditional spelling (hyphens below one hundred,
 * none around « et »), as a receipt carries it beside the figures. Throws RangeError from one thousand billion euros.
 */
export function amountInWords(amount: Cents): string {
  const whole = Math.trunc(Math.abs(cents(amount)) / 100);
  const rest = Math.abs(amount) % 100;
  const parts = [
    ...(whole > 0 || rest === 0 ? [eurosInWords(whole)] : []),
    ...(rest > 0 ? [`${numberInWords(rest)} ${rest < 2 ? 'centime' : 'centimes'}`] : []),
  ];
  return `${amount < 0 ? 'moins ' : ''}${parts.join(' et ')}`;
}

/** Whole numbers from 0 to 999 999 999 999. */
export function numberInWords(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0 || value >= 1e12) throw new RangeError(`${value} cannot be said here`);
  if (value === 0) return UP_TO_SIXTEEN[0];
  const [billions, millions, thousands, units] = [1e9, 1e6, 1e3, 1].map((scale) => Math.trunc(value / scale) % 1000);
  return [
    noun(billions!, 'milliard'),
    noun(millions!, 'million'),
    // « mille » is a numeral, never « un mille », and a plural before it loses its s: « quatre-vingt mille ».
    thousands === 1 ? 'mille' : thousands! > 1 ? `${belowThousand(thousands!, false)} mille` : '',
    units! > 0 ? belowThousand(units!, true) : '',
  ]
    .filter(Boolean)
    .join(' ');
}

function eurosInWords(whole: number): string {
  const unit = whole < 2 ? 'euro' : 'euros';
  // After a noun of number, French says « d’euros »: « un million d’euros », but « un million cent euros ».
  return `${numberInWords(whole)} ${whole > 0 && whole % 1e6 === 0 ? `d’${unit}` : unit}`;
}

function noun(count: number, name: string): string {
  return count === 0 ? '' : `${belowThousand(count, true)} ${name}${count > 1 ? 's' : ''}`;
}

/** `last` says whether nothing numeral follows: only then do « cents » and « quatre-vingts » take their s. */
function belowThousand(value: number, last: boolean): string {
  const hundreds = Math.trunc(value / 100);
  const rest = value % 100;
  if (hundreds === 0) return belowHundred(rest, last);
  const hundred = hundreds === 1 ? 'cent' : `${UP_TO_SIXTEEN[hundreds]!} cent${rest === 0 && last ? 's' : ''}`;
  return rest === 0 ? hundred : `${hundred} ${belowHundred(rest, last)}`;
}

function belowHundred(value: number, last: boolean): string {
  if (value <= 16) return UP_TO_SIXTEEN[value]!;
  if (value < 20) return `dix-${UP_TO_SIXTEEN[value - 10]!}`;
  if (value === 80) return last ? 'quatre-vingts' : 'quatre-vingt';
  const ten = Math.trunc(value / 10);
  const rest = ten === 7 || ten === 9 ? value - (ten - 1) * 10 : value % 10;
  if (rest === 0) return TENS[ten]!;
  const joined = value % 10 === 1 && ten < 8 ? ' et ' : '-';
  return `${TENS[ten]!}${joined}${belowHundred(rest, last)}`;
}
