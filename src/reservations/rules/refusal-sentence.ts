import type { Away } from '../../families/rules/index.js';
import type { Temporal } from '../../kernel/civil-time.js';
import { longDate, longInstant, plainDate, typeset } from '../../kernel/french.js';
import { bandInFrench, type FullPlace, noPlaceIn, unknownSupplementsSentence } from '../../prestations/rules/index.js';
import { untilWords } from './place-hold.js';
import { closedSince, isHeldByOther, phoneOf, type RefusalCode, type UnknownSupplements, type Wish } from './wish.js';

/** Why a line of a basket, or a line that was asked for, is refused. */
export type LineRefusalCode = RefusalCode | 'ALREADY_IN_BASKET' | 'CHILD_UNKNOWN' | 'SESSION_UNKNOWN';

export interface RefusedDay {
  readonly date: Temporal.PlainDate;
  /** Why the family does not have the child, where that is why and it is known. */
  readonly away: Away | null;
  /** First accepted instant; null: from the start. */
  readonly addOpensAt: Temporal.Instant | null;
  readonly addClosesAt: Temporal.Instant;
  /** The number to call, where the policy leaves only that. */
  readonly phone: string | null;
  /** The rule that is cited where the hour is why; null: none. */
  readonly rule: string | null;
  readonly calledOffReason: string | null;
  /** What is full, where that is why. */
  readonly full: FullPlace | null;
  /** What the tariff does not have, where that is why. */
  readonly unknownSupplements: UnknownSupplements | null;
  /** Until when the place is held for the family to pay, as seen at this instant, where that is why. */
  readonly awaiting: { readonly until: Temporal.Instant; readonly now: Temporal.Instant } | null;
  /** Whether the place that the child has already was reserved by its other foyer. */
  readonly heldByOther: boolean;
  /** Zone of the collectivité. */
  readonly zone: string;
}

/** Whether a refusal is about a window that is over. */
export function isLate(code: LineRefusalCode): boolean {
  return code === 'SESSION_CLOSED' || code === 'PHONE_ONLY' || code === 'ASK_THE_MAIRIE';
}

/** What the sentence about a wish is made of. */
export function refusedDay(
  wish: Wish,
  { now, zone }: { readonly now: Temporal.Instant; readonly zone: string },
): RefusedDay {
  const { session, away, add, full, unknownSupplements, awaitingPaymentUntil } = wish;
  const { date, calledOffReason } = session;
  return {
    date,
    away,
    addOpensAt: add.opensAt,
    addClosesAt: closedSince(wish, now),
    phone: phoneOf(wish, now),
    rule: wish.rule(),
    calledOffReason,
    full,
    unknownSupplements,
    awaiting: awaitingPaymentUntil === null ? null : { until: awaitingPaymentUntil, now },
    heldByOther: isHeldByOther(wish),
    zone,
  };
}

/** The refusal in one French sentence that says what can be done. */
export function refusalSentence(code: RefusalCode | 'ALREADY_IN_BASKET', day: RefusedDay): string {
  const date = longDate(day.date);
  switch (code) {
    case 'NOT_YOUR_DAY':
      return typeset(awaySentence(date, day.away));
    case 'SESSION_CALLED_OFF':
      return typeset(
        `La mairie a annulé l’accueil du ${date}${day.calledOffReason ? ` : ${day.calledOffReason}` : ''}.`,
      );
    case 'ALREADY_RESERVED':
      return typeset(
        day.heldByOther
          ? `L’autre foyer a déjà réservé une place pour cet enfant le ${date} : lui seul peut l’annuler.`
          : `Une place est déjà réservée pour cet enfant le ${date} : il n’y a rien de plus à faire.`,
      );
    case 'AWAITING_PAYMENT':
      return typeset(
        `Une place est gardée pour cet enfant le ${date}${day.awaiting ? `, jusqu’${untilWords(day.awaiting.until, day.awaiting.now, day.zone)}` : ''} : il reste à la payer. Renoncez-y d’abord pour recommencer autrement.`,
      );
    case 'ALREADY_IN_BASKET':
      return typeset(`Ce jour est déjà dans votre panier (${date}) : il reste à valider le panier.`);
    case 'NOT_ENROLLED':
      return typeset(
        `L’enfant n’est pas inscrit à cette prestation le ${date} : demandez son inscription à la mairie, puis réservez.`,
      );
    case 'NOT_YET_OPEN':
      return withRule(
        day.rule,
        `Les réservations pour le ${date} ouvrent le ${longInstant(day.addOpensAt!, day.zone)} : revenez à partir de ce moment.`,
      );
    case 'PHONE_ONLY':
      return withRule(
        day.rule,
        `Les réservations en ligne pour le ${date} sont closes depuis le ${longInstant(day.addClosesAt, day.zone)} : appelez le ${day.phone ?? ''}.`,
      );
    case 'ASK_THE_MAIRIE':
      return withRule(
        day.rule,
        `Les réservations pour le ${date} sont closes depuis le ${longInstant(day.addClosesAt, day.zone)} : vous pouvez encore en faire la demande à la mairie, qui vous répondra.`,
      );
    case 'SESSION_CLOSED':
      return withRule(
        day.rule,
        `Les réservations pour le ${date} sont closes depuis le ${longInstant(day.addClosesAt, day.zone)} : contactez la mairie si la présence est indispensable.`,
      );
    case 'SESSION_ALREADY_BILLED':
      return billedSentence(day.date);
    case 'PRICE_UNKNOWN':
      return typeset(`Le tarif du ${date} n’est pas encore publié : réessayez plus tard ou contactez la mairie.`);
    case 'SUPPLEMENT_UNKNOWN':
      return unknownSupplementsSentence(
        `Le tarif du ${date}`,
        day.unknownSupplements?.unknown ?? [],
        day.unknownSupplements?.offered ?? [],
      );
    case 'SESSION_FULL':
      return fullSentence(date, day.full);
  }
}

function awaySentence(date: string, away: Away | null): string {
  switch (away?.type) {
    case 'NOT_YET':
      return `L’enfant est dans votre foyer à partir du ${plainDate(away.from)} : vous ne pouvez pas réserver pour le ${date}.`;
    case 'NO_MORE':
      return `L’enfant était dans votre foyer jusqu’au ${plainDate(away.to)} : vous ne pouvez plus réserver pour le ${date}.`;
    case 'OTHER_FAMILY':
      return `Le ${date} est une semaine de l’autre foyer : c’est lui qui réserve ce jour-là.`;
    case 'OTHER_WEEK':
    case undefined:
      return `Le ${date} n’est pas un jour de garde de votre foyer : vous ne pouvez pas réserver ce jour-là.`;
  }
}

/** « … Règle : réservation possible jusqu’au jeudi de la semaine précédente inclus. » */
function withRule(rule: string | null, sentence: string): string {
  return typeset(rule === null ? sentence : `${sentence} Règle : ${rule.charAt(0).toLowerCase()}${rule.slice(1)}`);
}

function fullSentence(date: string, full: FullPlace | null): string {
  const hope = 'ne place peut se libérer, inscrivez l’enfant sur la liste d’attente.';
  if (full?.by !== 'POOL') return typeset(`C’est complet le ${date} : u${hope}`);
  const band = bandInFrench(full);
  if (band !== null) return typeset(`C’est complet le ${date} pour ${band} : u${hope}`);
  return typeset(`C’est complet le ${date} : ${noPlaceIn(full.name)}. U${hope}`);
}

/** « Les annulations pour le … sont closes depuis le … ». */
export function cancellationClosedSentence(
  date: Temporal.PlainDate,
  { closesAt, zone, phone, ask, rule }: ClosedWindow,
): string {
  const next =
    phone !== null
      ? `appelez le ${phone}.`
      : ask
        ? 'vous pouvez encore en faire la demande à la mairie, qui vous répondra.'
        : 'si l’enfant est absent, prévenez la mairie avec un justificatif.';
  return withRule(
    rule,
    `Les annulations pour le ${longDate(date)} sont closes depuis le ${longInstant(closesAt, zone)} : ${next}`,
  );
}

/** The deadline, or a late cancellation of the other parent, came between what the family read and what it asked. */
export function termsChangedSentence(
  date: Temporal.PlainDate,
  { closesAt, zone }: Pick<ClosedWindow, 'closesAt' | 'zone'>,
  terms: string,
): string {
  return typeset(
    `Annuler le ${longDate(date)} ne se fait plus comme vous l’avez lu, le délai étant passé depuis le ${longInstant(closesAt, zone)} : ${terms}. Rien n’est annulé : à vous de décider.`,
  );
}

export interface ClosedWindow {
  readonly closesAt: Temporal.Instant;
  readonly zone: string;
  /** The number to call, where the policy leaves only that. */
  readonly phone: string | null;
  /** Whether the family may ask the mairie. */
  readonly ask: boolean;
  /** The rule that is cited; null: none. */
  readonly rule: string | null;
}

/** Nobody changes the bookings of a day once it is billed. */
export function billedSentence(date: Temporal.PlainDate): string {
  return typeset(`Le ${longDate(date)} est déjà facturé : les réservations de ce jour ne changent plus.`);
}

/** « Les modifications pour le … sont closes depuis le … ». */
export function modifyClosedSentence(date: Temporal.PlainDate, closed: ClosedWindow): string {
  const { closesAt, zone, rule } = closed;
  const next = whomToTurnTo(closed) ?? 'choisissez un autre jour, ou contactez la mairie.';
  return withRule(
    rule,
    `Les modifications pour le ${longDate(date)} sont closes depuis le ${longInstant(closesAt, zone)} : ${next}`,
  );
}

/** « Les changements de menu pour le … sont clos depuis le … ». */
export function menuClosedSentence(date: Temporal.PlainDate, closed: ClosedWindow): string {
  return changesClosed('de menu', date, closed, whomToTurnTo(closed));
}

/** « Les changements de suppléments pour le … sont clos depuis le … ». Only a menu is asked of the mairie by a form. */
export function supplementsClosedSentence(date: Temporal.PlainDate, closed: ClosedWindow): string {
  const write = 'écrivez à la mairie depuis « Mes demandes », elle vous répondra.';
  return changesClosed('de suppléments', date, closed, closed.ask ? write : whomToTurnTo(closed));
}

function changesClosed(
  of: string,
  date: Temporal.PlainDate,
  { closesAt, zone, rule }: ClosedWindow,
  next: string | null,
): string {
  return withRule(
    rule,
    `Les changements ${of} pour le ${longDate(date)} sont clos depuis le ${longInstant(closesAt, zone)} : ${next ?? 'contactez la mairie si c’est indispensable.'}`,
  );
}

function whomToTurnTo({ phone, ask }: ClosedWindow): string | null {
  if (phone !== null) return `appelez le ${phone}.`;
  return ask ? 'vous pouvez encore en faire la demande à la mairie, qui vous répondra.' : null;
}
