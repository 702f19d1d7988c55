import { hour } from '../../../kernel/french.js';
import type { ClosingHour } from './closing-hour.js';

/** The end of a window (« jusqu’à ») or its beginning (« à partir de »). */
export type Edge = 'UNTIL' | 'FROM';

/** A day in the words of a règlement: « la veille », « le jeudi de la semaine précédente ». */
export interface DayWords {
  readonly article: 'le' | 'la' | 'l’';
  readonly noun: string;
  /** The gender that « inclus » agrees with, where it can follow the noun; else « ce jour inclus » is said. */
  readonly included?: 'inclus' | 'incluse';
  /** In brackets: « samedis et dimanches non comptés ». */
  readonly remark?: string;
}

const TO = { le: 'au ', la: 'à la ', 'l’': 'à l’' };
const OF = { le: 'du ', la: 'de la ', 'l’': 'de l’' };

/**
 * « jusqu’à la veille, avant 9 h 00 », « jusqu’au jeudi inclus », « à partir du lundi à 9 h 00 ». One kind of hour:
 * a limit always reads « avant », and midnight is said by the day, in or out.
 */
export function momentWords(day: DayWords, at: ClosingHour, edge: Edge): string {
  return edge === 'UNTIL' ? until(day, at) : from(day, at);
}

/** The same without an hour: « jusqu’à la veille », « à partir du lundi ». */
export function dayWords({ article, noun, remark }: DayWords, edge: Edge): string {
  const bracketed = remark ? ` (${remark})` : '';
  return edge === 'UNTIL' ? `jusqu’${TO[article]}${noun}${bracketed}` : `à partir ${OF[article]}${noun}${bracketed}`;
}

function until({ article, noun, included, remark }: DayWords, at: ClosingHour): string {
  const start = `jusqu’${TO[article]}${noun}`;
  const bracketed = remark ? ` (${remark})` : '';
  if (at === '24:00') return included ? `${start} ${included}${bracketed}` : `${start}${bracketed}, ce jour inclus`;
  if (at === '00:00') return `${start}${bracketed}, ce jour non compris`;
  return `${start}${bracketed}, avant ${hourWords(at)}`;
}

function from({ article, noun, remark }: DayWords, at: ClosingHour): string {
  const bracketed = remark ? ` (${remark})` : '';
  const day = `${OF[article]}${noun}${bracketed}`;
  if (at === '24:00') return `à partir du lendemain ${day}`;
  return at === '00:00' ? `à partir ${day}` : `à partir ${day} à ${hourWords(at)}`;
}

/** « 9 h 00 » for `09:00`. */
export function hourWords(at: string): string {
  const [hours, minutes] = at.split(':').map(Number);
  return hour({ hour: hours!, minute: minutes! });
}

/** « 1er », « 2e ». */
export function ordinal(n: number): string {
  return n === 1 ? '1er' : `${n}e`;
}
