import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Temporal } from '../kernel/civil-time.js';
import { plainDate, typeset } from '../kernel/french.js';
import type { Json } from './client.js';
import type { PlayedYear } from './play-year.js';

/** Writes the examples of the year, then what families read of each prestation: rules, exceptions, prices. */
export async function writeReglement(
  { commune: { collectiviteId, agent }, year }: PlayedYear,
  examples: string,
  folder: string,
): Promise<void> {
  const path = `/collectivites/${collectiviteId}/reglement?date=${year.from.toString()}`;
  const { prestations }: Json = await agent.get(path);
  const page = [
    'Le règlement de Valmont-sur-Orle, expliqué par l’année jouée',
    examples,
    'Les règles et les prix, prestation par prestation',
    ...prestations.map(prestationTold),
  ];
  await writeFile(join(folder, 'reglement.txt'), `${typeset(page.join('\n\n'))}\n`);
}

function prestationTold({ name, siteName, days, deadlines, exceptions, tariff }: Json): string {
  return [
    `${name as string} (${siteName as string}), ${days as string}`,
    ...deadlines.sentences.map((sentence: string) => `  ${sentence}`),
    ...exceptions.flatMap(exceptionTold),
    ...tariff.rows.map(priceTold),
    ...tariff.notes.map((note: string) => `  ${note}`),
  ].join('\n');
}

function exceptionTold({ from, to, reason, sentences }: Json): string[] {
  const [first, last] = [from, to].map((date) => plainDate(Temporal.PlainDate.from(date as string)));
  return [
    `  Exception du ${first} au ${last} : ${reason as string}.`,
    ...sentences.map((sentence: string) => `    ${sentence}`),
  ];
}

function priceTold({ label, audience, quotients, unit, unplanned, unjustifiedAbsence }: Json): string {
  const row = [label, audience, quotients].filter(Boolean).join(', ');
  return `  ${row} : ${unit as string} ; non prévu : ${unplanned as string} ; absence injustifiée : ${unjustifiedAbsence as string}`;
}
