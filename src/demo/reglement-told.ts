import { Temporal } from '../kernel/civil-time.js';
import { enumeration, euros, longDate, longInstant, typeset } from '../kernel/french.js';
import type { Json } from './client.js';
import type { RefusedDay } from './bookings.js';
import { ELEMENTAIRE } from './commune.js';
import type { PlayedYear } from './play-year.js';
import type { Missed } from './scenes.js';

const ZONE = 'Europe/Paris';

/** One line of an issued invoice, with the invoice and the family that it belongs to. */
interface BilledLine {
  readonly number: string;
  readonly family: string;
  readonly child: string;
  readonly line: Json;
}

type Chosen = (billed: BilledLine & { readonly childId: number; readonly familyId: number }) => boolean;

/** What the règlement did to real families of the played year, each told from what the API answers. */
export async function tellReglement(played: PlayedYear): Promise<string> {
  const { bookings, scenes } = played;
  const found = await findLines(played, {
    surcharge: ({ line }) => says(line, /^réservation hors délai/),
    carence: (billed) => isOf(billed, scenes.provedLate) && /carence/.test(billed.line.reason as string),
    unjustified: (billed) => isOf(billed, scenes.neverProved) && billed.line.event === 'UNJUSTIFIED_ABSENCE',
    sibling: ({ line }) => says(line, /^\dᵉ enfant/),
    effort: ({ line }) => says(line, /^quotient familial de .+ × .+%/),
  });
  const rules = await canteenRules(played);
  const rule = (pattern: RegExp) => rules.find((sentence) => pattern.test(sentence));
  const examples: Record<string, string | null | undefined> = {
    'une réservation refusée': bookings.refusal && (await refusalTold(played, bookings.refusal)),
    'une majoration':
      found.surcharge &&
      lineTold(
        'Une réservation acceptée après le délai, avec sa majoration',
        found.surcharge,
        `${rules[0]} ${rule(/majoration/)}`,
      ),
    'un jour de carence':
      found.carence &&
      lineTold(
        'Une maladie prouvée trop tard : les jours de carence restent dus',
        found.carence,
        rule(/justificatif arrive/),
        await illnessTold(played),
      ),
    'une absence injustifiée':
      found.unjustified && lineTold('Une absence que rien n’a justifiée', found.unjustified, rule(/^Le justificatif/)),
    'un prix de frère ou de sœur': found.sibling && lineTold('Un prix de frère ou de sœur', found.sibling),
    'un taux d’effort': found.effort && lineTold('Un taux d’effort', found.effort),
  };
  return typeset(
    toldInOrder(examples)
      .map((example, index) => `${index + 1}. ${example}`)
      .join('\n\n'),
  );
}

/** A year that shows less than what the demo promises is a fault of the demo. Throws, naming what is missing. */
function toldInOrder(examples: Readonly<Record<string, string | null | undefined>>): string[] {
  const missing = Object.keys(examples).filter((name) => !examples[name]);
  if (missing.length > 0) throw new Error(`l’année jouée ne montre pas ${enumeration(missing)}`);
  return Object.values(examples) as string[];
}

async function refusalTold(played: PlayedYear, refused: RefusedDay): Promise<string> {
  const { familyName, childName, prestationId, prestationName, siteName, date, validatedAt, closesAt, detail } =
    refused;
  const { deadlines } = await ruledOn(played, prestationId, date);
  return `Une réservation refusée
   Le ${instant(validatedAt)}, la famille ${familyName} a validé son panier ; il contenait, pour ${childName} : ${prestationName} (${siteName}), le ${day(date)}.
   La règle : « ${deadlines.booking as string} »
   Cette réservation se fermait donc le ${instant(closesAt)}. Le service a répondu :
   « ${detail} »`;
}

/** When it was told and proved, and the booked days that it concerns. */
async function illnessTold({ scenes: { provedLate } }: PlayedYear): Promise<string> {
  const { familyId, absenceId, acting } = provedLate!;
  const { declaredAt, proofs, days }: Json = await acting.get(`/families/${familyId}/absences/${absenceId}`);
  const dates = days.map((one: Json) => `le ${day(one.date as string)}`);
  return `L’absence a été signalée le ${instant(declaredAt as string)} et son justificatif est arrivé le ${instant(proofs[0].receivedAt as string)}. Les jours réservés étaient ${enumeration(dates)}.`;
}

function lineTold(title: string, { number, family, child, line }: BilledLine, rule?: string, more?: string): string {
  const { label, cents, reason, explanation } = line;
  return [
    title,
    `   La facture ${number} de la famille ${family} compte ${euros(cents as number)} pour ${child} : « ${label as string} ».`,
    ...(rule === undefined ? [] : [`   La règle : « ${rule} »`]),
    ...(more === undefined ? [] : [`   ${more}`]),
    `   Ce qui s’est passé : « ${(reason as string).replace(/\.$/, '')} ».`,
    '   Le calcul, tel qu’il est conservé avec la ligne :',
    ...(explanation as string[]).map((step) => `     – ${step}`),
  ].join('\n');
}

/** What families read of the canteen of the élémentaire, where these examples happen. */
async function canteenRules(played: PlayedYear): Promise<readonly string[]> {
  const { id } = played.commune.prestations.find(({ name, site }) => name === 'Cantine' && site === ELEMENTAIRE)!;
  return (await ruledOn(played, id, played.year.from.toString())).deadlines.sentences as string[];
}

async function ruledOn({ commune }: PlayedYear, prestationId: number, date: string): Promise<Json> {
  const { prestations }: Json = await commune.agent.get(
    `/collectivites/${commune.collectiviteId}/reglement?date=${date}`,
  );
  return prestations.find((one: Json) => one.prestationId === prestationId);
}

/** Reads issued invoices, the oldest first, until each kind of line is found once. */
async function findLines<Name extends string>(
  { commune: { collectiviteId, regisseur }, households }: PlayedYear,
  wanted: Record<Name, Chosen>,
): Promise<Partial<Record<Name, BilledLine>>> {
  const names = new Map(households.all.map(({ familyId, name }) => [familyId, name]));
  const found: Partial<Record<Name, BilledLine>> = {};
  const missing = () => (Object.keys(wanted) as Name[]).filter((name) => !(name in found));
  const invoices = await regisseur.all(`/collectivites/${collectiviteId}/invoices`);
  for (const { invoiceId, number, familyId } of invoices.reverse()) {
    if (missing().length === 0) break;
    const { children }: Json = await regisseur.get(`/collectivites/${collectiviteId}/invoices/${invoiceId as number}`);
    for (const { childId, name: child, lines } of children)
      for (const line of lines) {
        const billed = { number, family: names.get(familyId as number) ?? '', child, line, childId, familyId };
        for (const name of missing()) if (wanted[name](billed)) found[name] = billed;
      }
  }
  return found;
}

function says({ explanation }: Json, pattern: RegExp): boolean {
  return (explanation as string[]).some((step) => pattern.test(step));
}

function isOf(
  { familyId, childId, line }: { readonly familyId: number; readonly childId: number; readonly line: Json },
  missed: Missed | null,
): boolean {
  return (
    missed?.familyId === familyId && missed.childId === childId && line.date >= missed.from && line.date <= missed.to
  );
}

function day(date: string): string {
  return longDate(Temporal.PlainDate.from(date));
}

function instant(text: string): string {
  return longInstant(Temporal.Instant.from(text), ZONE);
}
