import { Temporal } from '../../kernel/civil-time.js';
import type { Cents } from '../../kernel/money.js';
import { Refusal } from './refusal.js';
import { type Received, valueAt } from './xml-records.js';

/** « 45.6 » in cents. Throws Refusal on what is no amount. */
export function receivedCents(from: Received, ...path: readonly string[]): Cents {
  const text = required(from, path);
  const [, sign, whole, decimals = ''] = /^([+-]?)(\d{1,12})(?:\.(\d{0,2})0*)?$/.exec(text) ?? [];
  if (whole === undefined) throw new Refusal(`« ${text.slice(0, 40)} » n’est pas un montant (${path.join('/')}).`);
  const amount = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return sign === '-' ? 0 - amount : amount;
}

export function receivedDate(from: Received, ...path: readonly string[]): Temporal.PlainDate {
  const text = required(from, path);
  try {
    // A date of XML may carry a zone.
    return Temporal.PlainDate.from(text.slice(0, 10));
  } catch {
    throw new Refusal(`« ${text.slice(0, 40)} » n’est pas une date (${path.join('/')}).`);
  }
}

/** A whole number from 0. */
export function receivedNumber(from: Received, ...path: readonly string[]): number {
  const text = required(from, path);
  const value = /^\d{1,15}$/.test(text) ? Number(text) : NaN;
  if (!Number.isSafeInteger(value))
    throw new Refusal(`« ${text.slice(0, 40)} » n’est pas un nombre (${path.join('/')}).`);
  return value;
}

function required(from: Received, path: readonly string[]): string {
  const text = valueAt(from, ...path);
  if (text === undefined) throw new Refusal(`Il manque ${path.join('/')} dans ${from.name}. Redemandez le fichier.`);
  return text;
}
