import { join } from 'node:path';
import type { Client, Json } from './client.js';
import { PASSWORD, STAFF } from './commune.js';
import { listMoneyPapers, type MoneyPapers, writeMoneyPapers } from './money-papers.js';
import { fileWord, SHEETS, write } from './paper-files.js';
import type { PlayedYear } from './play-year.js';

/** What there is to download at the end of the year. */
export interface Papers {
  readonly invoices: readonly Json[];
  readonly payments: readonly Json[];
  readonly reports: readonly Json[];
  /** Reminder letters, as they were printed together. */
  readonly letters: readonly Json[];
  readonly lateCents: number;
  readonly money: MoneyPapers;
}

/** Looks up the papers without drawing any of them, and writes who can sign in. */
export async function listPapers({ commune, households }: PlayedYear, folder: string): Promise<Papers> {
  const { collectiviteId, regisseur } = commune;
  const base = `/collectivites/${collectiviteId}`;
  await write(join(folder, 'accounts.json'), `${JSON.stringify(accounts(collectiviteId, households), null, 2)}\n`);
  const { lateCents }: Json = await regisseur.get(`${base}/arrears`);
  return {
    invoices: await regisseur.all(`${base}/invoices`),
    payments: await regisseur.all(`${base}/payments`),
    reports: await regisseur.all(`${base}/collection-reports`),
    letters: (await regisseur.get(`${base}/reminder-letters`)).runs as Json[],
    lateCents: lateCents as number,
    money: await listMoneyPapers(regisseur, base),
  };
}

/** Downloads them all as the régisseuse. Drawing two hundred PDF takes seconds: nothing else waits for it. */
export async function writePapers(
  regisseur: Client,
  { commune: { collectiviteId }, households, year, money: played }: PlayedYear,
  { invoices, payments, reports, letters, money }: Papers,
  folder: string,
): Promise<void> {
  const base = `/collectivites/${collectiviteId}`;
  const names = new Map(households.all.map(({ familyId, name }) => [familyId, name]));
  for (const { id, from, to } of reports) {
    for (const format of SHEETS) {
      await write(
        join(folder, 'etats', `encaissements-${from as string}-${to as string}.${format}`),
        await regisseur.download(`${base}/collection-reports/${id as number}/${format}`),
      );
    }
  }
  const period = `from=${String(year.from)}&to=${String(year.to)}`;
  for (const [name, path, query] of [
    ['journal-des-encaissements', 'collection-journal', `?${period}`],
    ['quittancier', 'receipt-register', `?${period}`],
    ['restes-a-recouvrer', 'arrears', ''],
  ]) {
    for (const format of SHEETS) {
      const content = await regisseur.download(`${base}/${path}/${format}${query}`);
      await write(join(folder, 'etats', `${name}.${format}`), content);
    }
  }
  for (const { letterRunId, on } of letters) {
    await write(
      join(folder, 'relances', `lettres-${on as string}.pdf`),
      await regisseur.download(`${base}/reminder-letters/${letterRunId as number}/pdf`),
    );
  }
  const payer = payments[0]?.familyId as number | undefined;
  if (payer !== undefined) {
    await write(
      join(folder, 'attestations', `paiements-${fileWord(names.get(payer) ?? 'famille')}.pdf`),
      await regisseur.download(`/families/${payer}/payment-certificate?${period}`),
    );
  }
  await writeMoneyPapers(regisseur, base, money, played, (under, name, content) =>
    write(join(folder, under, name), content),
  );
  for (const { invoiceId, number, familyId } of invoices) {
    const name = names.get(familyId as number) ?? 'famille';
    await write(
      join(folder, 'factures', `${number as string}-${fileWord(name)}.pdf`),
      await regisseur.download(`${base}/invoices/${invoiceId as number}/pdf`),
    );
  }
  for (const { id, receiptNumber } of payments) {
    await write(
      join(folder, 'quittances', `${fileWord(String(receiptNumber))}.pdf`),
      await regisseur.download(`${base}/payments/${id as number}/receipt`),
    );
  }
}

function accounts(collectiviteId: number, households: PlayedYear['households']) {
  const staff = STAFF.map(({ role, email, firstName, lastName }) => ({
    role: role,
    email,
    password: PASSWORD,
    collectiviteId,
    name: `${firstName} ${lastName}`,
  }));
  const parents = households.all
    .filter(({ email }) => email !== null)
    .map(({ email, familyId, name }) => ({
      role: 'parent',
      email,
      password: PASSWORD,
      collectiviteId,
      familyId,
      name,
    }));
  return [...staff, ...parents];
}
