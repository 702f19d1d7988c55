import { counted, enumeration, euros, hundredths, NBSP, typeset } from '../../../kernel/french.js';
import type { DeadlineOperation } from '../deadlines/deadline.js';
import { deadlinePhrase, deadlineSentence } from '../deadlines/deadline-sentence.js';
import { audienceInFrench } from '../pricing/audience.js';
import type { Audience } from '../pricing/tariff.js';
import { COLLECTIVE_WORDS, payFromWords, PROOF_WORDS, WAIVER_PROOF_WORDS } from './absence-words.js';
import type { Counter } from '../counter.js';
import type {
  AbsencePolicy,
  BookingPolicy,
  Effect,
  OperationRule,
  PublicRules,
  Surcharge,
  Waiver,
} from './booking-policy.js';

const ACT: Record<DeadlineOperation, { readonly one: string; readonly refused: string }> = {
  ADD: { one: 'la réservation', refused: 'refusée' },
  CANCEL: { one: 'l’annulation', refused: 'refusée' },
  MODIFY: { one: 'la modification', refused: 'refusée' },
  DIET: { one: 'le changement de menu', refused: 'refusé' },
};

/** The whole règlement, sentence by sentence, as families read it. */
export function policySentences(policy: BookingPolicy): string[] {
  const { absence, waivers = [] } = policy;
  return [
    ...operationSentences(policy),
    ...(absence ? absenceSentences(absence) : []),
    ...waivers.flatMap(waiverSentences),
    ...(policy.publics ?? []).flatMap((own) => publicSentences(own, policy)),
  ];
}

/** « Maternelle : réservation possible jusqu’à la veille, avant 9 h 00. » */
function publicSentences({ applies, ...rules }: PublicRules, { order }: BookingPolicy): string[] {
  const who = audienceInFrench(applies);
  return [
    ...ruleSentences({ ...rules, ...(order && { order }) }),
    ...(rules.absence ? absenceSentences(rules.absence) : []),
  ].map((sentence) => ofPublic(who, sentence));
}

/** The sentence of one rule for the children of a public, as a refusal cites it. */
export function publicSentence(applies: Audience, sentence: string): string {
  return ofPublic(audienceInFrench(applies), sentence);
}

function ofPublic(who: string, sentence: string): string {
  return typeset(`${who[0]!.toUpperCase()}${who.slice(1)} : ${sentence[0]!.toLowerCase()}${sentence.slice(1)}`);
}

/** What an exception says instead of the règlement. */
export function exceptionSentences(rules: Partial<BookingPolicy>): string[] {
  return [...operationSentences(rules), ...(rules.absence ? absenceSentences(rules.absence) : [])];
}

/** What may be asked until when, and after that. */
function operationSentences(policy: Partial<BookingPolicy>): string[] {
  const { order } = policy;
  return [
    ...ruleSentences(policy),
    ...(order ? [typeset(`La commande à la cuisine reste ouverte ${deadlinePhrase(order)}.`)] : []),
  ];
}

function ruleSentences(policy: Partial<BookingPolicy>): string[] {
  const { add, cancel, modify, diet } = policy;
  const rules: [DeadlineOperation, OperationRule | undefined][] = [
    ['ADD', add],
    ['CANCEL', cancel],
    ['MODIFY', modify],
    ['DIET', diet],
  ];
  return rules.flatMap(([operation, rule]) =>
    rule
      ? [
          deadlineSentence(rule.deadline, operation),
          ...(rule.afterDeadline ?? []).map((effect, index, all) =>
            effectSentence(effect, operation, policy, all[index - 1]),
          ),
        ]
      : [],
  );
}

/**
 * « Après ce délai, la réservation reste possible jusqu’à la commande des repas, avec 50 % de majoration. » `previous`
 * is the effect tried before, beyond whose last time this one holds.
 */
export function effectSentence(
  effect: Effect,
  operation: DeadlineOperation,
  { order }: Partial<Pick<BookingPolicy, 'order'>>,
  previous?: Effect,
): string {
  const { one, refused } = ACT[operation];
  const then = previous?.counter?.upTo === undefined ? 'Après ce délai' : 'Au-delà';
  const until =
    'until' in effect && effect.until
      ? deadlinePhrase(effect.until)
      : order
        ? 'jusqu’à la commande à la cuisine'
        : 'jusqu’au début du service';
  const times = counterWords(effect.counter);
  const refusal = (words: string, end = '') =>
    typeset(
      (effect.counter?.from ?? 1) > 1
        ? `${then}, ${one} reste possible ${until}, ${graceWords(effect.counter!)}, elle ${words}.`
        : `${then}, ${one} ${words}${end}.`,
    );
  switch (effect.type) {
    case 'BLOCK':
      return refusal(`est ${refused}`);
    case 'SURCHARGE':
      return typeset(`${then}, ${one} reste possible ${until}, ${surchargeWords(effect)}${times}.`);
    case 'REQUEST_TO_AGENT':
      return refusal('se demande à la mairie, qui répond', `, ${until}`);
    case 'PHONE_ONLY':
      return refusal(`se fait seulement par téléphone, au ${phoneWords(effect.number)}`, `, ${until}`);
    case 'BILL_FULL':
      return typeset(`${then}, ${one} reste possible ${until}, mais le jour est facturé en entier${times}.`);
    case 'CREDIT':
      return typeset(`${then}, ${one} reste possible ${until} et donne un avoir${times}.`);
  }
}

export function surchargeWords(surcharge: Surcharge): string {
  if ('abs' in surcharge) return `avec une majoration de ${euros(surcharge.abs)}`;
  if ('pct' in surcharge) return `avec une majoration de ${decimal(surcharge.pct)}${NBSP}%`;
  if ('multiplier' in surcharge) return `au tarif multiplié par ${decimal(surcharge.multiplier)}`;
  return 'fixedPrice' in surcharge ? `au prix de ${euros(surcharge.fixedPrice)}` : 'au prix de revient';
}

function decimal(value: number): string {
  return hundredths(Math.round(value * 100));
}

const PERIOD = { MONTH: 'du mois', SCHOOL_YEAR: 'de l’année scolaire', INVOICE: 'de la facture du mois' };
const PER = { CHILD: 'pour chaque enfant', FAMILY: 'pour chaque famille' };

/** Brackets say which times are concerned; the others pass as in time. */
function counterWords(counter: Counter | undefined): string {
  if (!counter) return '';
  const { from, upTo } = counter;
  const whose = `${PERIOD[counter.period]}, ${PER[counter.per]}`;
  if (from !== undefined && upTo !== undefined && from > 1)
    return from === upTo
      ? ` (la ${times(from)} fois ${whose})`
      : ` (de la ${times(from)} à la ${times(upTo)} fois ${whose})`;
  if (upTo !== undefined) return upTo === 1 ? ` (la première fois ${whose})` : ` (les ${upTo} premières fois ${whose})`;
  return from === undefined || from === 1 ? '' : ` (à partir de la ${times(from)} fois ${whose})`;
}

/** « les 2 premières fois du mois, pour chaque enfant ; à partir de la 3e » */
function graceWords({ per, period, from = 1 }: Counter): string {
  const first = from === 2 ? 'la première fois' : `les ${from - 1} premières fois`;
  return `${first} ${PERIOD[period]}, ${PER[per]} ; à partir de la ${times(from)}`;
}

function times(rank: number): string {
  return rank === 1 ? 'première' : `${rank}e`;
}

function phoneWords(number: string): string {
  return number.replaceAll(' ', NBSP);
}

function absenceSentences({
  declareBefore,
  proof,
  carenceDays,
  minConsecutiveDays,
  payFrom,
  collective,
}: AbsencePolicy): string[] {
  const sentences = [
    declareBefore && `Une absence se signale ${deadlinePhrase(declareBefore)}.`,
    proof && proofSentence(proof),
    minConsecutiveDays !== undefined &&
      minConsecutiveDays > 1 &&
      `Une absence n’est déduite qu’à partir de ${counted(minConsecutiveDays, 'jour', 'jours')} de service consécutifs.`,
    carenceDays && carenceSentence(carenceDays),
    payFrom !== undefined &&
      `Une absence justifiée n’est déduite ${payFromWords(payFrom)} ; les jours d’avant restent facturés.`,
    collective &&
      `Sans démarche des familles, les jours ne sont pas facturés en cas de : ${oneOf(collective.map((reason) => COLLECTIVE_WORDS[reason]))}.`,
  ];
  return sentences.filter((sentence) => typeof sentence === 'string').map(typeset);
}

function proofSentence({ kinds, withinDays, anchor, hardLimitDays }: NonNullable<AbsencePolicy['proof']>): string {
  const start = anchor === 'FIRST_DAY_START' ? 'le premier jour d’absence compris' : 'après le premier jour d’absence';
  const late =
    hardLimitDays === undefined || hardLimitDays === withinDays
      ? ''
      : ` ; passé ${counted(hardLimitDays, 'jour', 'jours')}, il ne compte plus`;
  return `Le justificatif (${oneOf(kinds.map((kind) => PROOF_WORDS[kind]))}) parvient à la mairie dans les ${counted(withinDays, 'jour', 'jours')}, ${start}${late}.`;
}

function oneOf(words: readonly string[]): string {
  return enumeration(words, 'ou');
}

function carenceSentence({ n, ifLate }: NonNullable<AbsencePolicy['carenceDays']>): string | null {
  const first = (days: number) =>
    days === 1 ? 'le premier jour de service reste facturé' : `les ${days} premiers jours de service restent facturés`;
  if (ifLate === undefined || ifLate === n) return n === 0 ? null : `D’une absence justifiée, ${first(n)}.`;
  const late = ifLate === 0 ? 'aucun jour n’est facturé' : first(ifLate);
  return n === 0
    ? `Si le justificatif arrive après son délai, ${late}.`
    : `D’une absence justifiée, ${first(n)} ; si le justificatif arrive après son délai, ${late}.`;
}

function waiverSentences({ label, proof, add, cancel, modify, diet }: Waiver): string[] {
  const who = `${label} (${WAIVER_PROOF_WORDS[proof]})`;
  return [
    ...(add ? [typeset(`${who} : réservation possible ${deadlinePhrase(add)}.`)] : []),
    ...(cancel ? [typeset(`${who} : annulation possible ${deadlinePhrase(cancel)}.`)] : []),
    ...(modify ? [typeset(`${who} : modification possible ${deadlinePhrase(modify)}.`)] : []),
    ...(diet ? [typeset(`${who} : changement de menu possible ${deadlinePhrase(diet)}.`)] : []),
  ];
}
