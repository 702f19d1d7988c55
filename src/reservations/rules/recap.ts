import { Temporal } from '../../kernel/civil-time.js';
import { counted, enumeration, NBSP, plainDate } from '../../kernel/french.js';
import { groupedBy } from '../../kernel/lists.js';
import type { Cents } from '../../kernel/money.js';
import { bandInFrench, type FullPlace, noPlaceIn } from '../../prestations/rules/index.js';
import type { LateBooking } from './late-booking.js';
import type { RefusalCode, UnknownSupplements } from './wish.js';

/** What was decided for one line, as it is kept with the validation. Dates and instants are ISO texts. */
export interface DecidedLine {
  readonly sessionId: number;
  readonly childId: number;
  readonly prestationId: number;
  readonly date: string;
  readonly addClosesAt: string;
  /** Absent from decisions of before policies said when booking opens, or whom to call. */
  readonly addOpensAt?: string | null;
  readonly phone?: string | null;
  /** The rule that the refusal cites, as it was then; absent from decisions of before rules were cited. */
  readonly rule?: string | null;
  /** The reservation and its price, or null when the line was refused. */
  readonly reservationId: number | null;
  readonly unitCents: Cents | null;
  /** Until when its place is held for the family to pay, where it is accepted so; absent elsewhere. */
  readonly heldUntil?: string;
  /** « 45,00 € par mois », where the day counts in a forfait: its own amount says nothing of it. Absent elsewhere. */
  readonly forfait?: string;
  /** « 0,55 € par demi-heure commencée », where the hours make the price: its amount is the least. Absent elsewhere. */
  readonly stay?: string;
  /** The terms of a booking accepted after its deadline; absent or null for one in time. */
  readonly late?: LateBooking | null;
  /** Why it was refused, or null. */
  readonly code: RefusalCode | null;
  readonly calledOffReason: string | null;
  /** Labels of the supplements that are taken with it; absent where there are none. */
  readonly supplements?: readonly string[];
  /** What the tariff did not have, where that is why. */
  readonly unknownSupplements?: UnknownSupplements | null;
  /** What was full, where that is why; absent from decisions of before there were pools. */
  readonly full?: FullPlace | null;
  /** Whether the place that the child had already was of its other foyer; absent where it was not. */
  readonly heldByOther?: boolean;
}

export interface ValidationRecap {
  /** Empty until the validation is finished. */
  readonly sentence: string;
  readonly lines: readonly DecidedLine[];
}

const REASONS: Record<RefusalCode, string> = {
  SESSION_FULL: 'complet',
  NOT_YET_OPEN: 'pas encore ouvert pour',
  SESSION_CLOSED: 'délai dépassé pour',
  PHONE_ONLY: 'par téléphone seulement pour',
  ASK_THE_MAIRIE: 'à demander à la mairie pour',
  SESSION_CALLED_OFF: 'accueil annulé par la mairie',
  ALREADY_RESERVED: 'déjà réservé',
  AWAITING_PAYMENT: 'déjà en attente de paiement',
  NOT_YOUR_DAY: 'enfant hors de votre foyer',
  NOT_ENROLLED: 'enfant non inscrit',
  SESSION_ALREADY_BILLED: 'déjà facturé',
  PRICE_UNKNOWN: 'tarif non publié pour',
  SUPPLEMENT_UNKNOWN: 'supplément absent du tarif',
};
/** Dates named for one reason before the sentence only counts them; the lines hold them all. */
const NAMED_DATES = 3;

/** « 147 jours réservés, 3 refusés : complet le 26 novembre 2026 et le 27 novembre 2026 ; délai dépassé pour … ». */
export function recapSentence(lines: readonly Pick<DecidedLine, 'date' | 'code' | 'full' | 'heldUntil'>[]): string {
  const refused = lines.filter(({ code }) => code !== null);
  const awaiting = lines.filter(({ heldUntil }) => heldUntil !== undefined).length;
  const reserved = acceptedWords(lines.length - refused.length - awaiting, awaiting);
  if (refused.length === 0) return `${reserved}.`;
  const inOrder = Object.keys(REASONS).flatMap((code) => refused.filter((line) => line.code === code));
  const reasons = [...groupedBy(inOrder, wordsOf)].map(
    ([words, group]) => `${words} ${datesInFrench(group.map(({ date }) => date))}`,
  );
  return `${reserved}, ${counted(refused.length, 'refusé', 'refusés')}${NBSP}: ${reasons.join(`${NBSP}; `)}.`;
}

function acceptedWords(reserved: number, awaiting: number): string {
  const days = counted(awaiting, 'jour en attente de paiement', 'jours en attente de paiement');
  if (reserved === 0) return awaiting === 0 ? 'Aucun jour réservé' : days;
  const words = counted(reserved, 'jour réservé', 'jours réservés');
  return awaiting === 0 ? words : `${words}, ${counted(awaiting, 'en attente de paiement', 'en attente de paiement')}`;
}

function wordsOf({ code, full }: Pick<DecidedLine, 'code' | 'full'>): string {
  const words = REASONS[code!];
  if (code !== 'SESSION_FULL' || full?.by !== 'POOL') return words;
  const band = bandInFrench(full);
  return band === null ? `${words} (${noPlaceIn(full.name)})` : `${words} pour ${band}`;
}

function datesInFrench(dates: readonly string[]): string {
  const distinct = [...new Set(dates)].sort();
  const named = distinct.slice(0, NAMED_DATES).map((date) => `le ${plainDate(Temporal.PlainDate.from(date))}`);
  const others = distinct.length - named.length;
  return enumeration(others === 0 ? named : [...named, counted(others, 'autre jour', 'autres jours')]);
}
