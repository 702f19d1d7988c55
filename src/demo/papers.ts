import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Json } from './client.js';
import { PASSWORD, STAFF } from './commune.js';
import type { PlayedYear } from './play-year.js';

export interface Papers {
  readonly invoices: number;
  readonly receipts: number;
  readonly reports: number;
  readonly totalInvoicedCents: number;
  readonly lateCents: number;
}

/** Writes what the mairie and the families can download, and who can sign in. */
export async function writePapers({ commune, households }: PlayedYear, folder: string): Promise<Papers> {
  const { collectiviteId, regisseur } = commune;
  const base = `/collectivites/${collectiviteId}`;
  const names = new Map(households.all.map(({ familyId, name }) => [familyId, name]));
  const invoices = await regisseur.all(`${base}/invoices`);
  for (const { invoiceId, number, familyId } of invoices) {
    const name = names.get(familyId as number) ?? 'famille';
    await write(
      join(folder, 'factures', `${number as string}-${fileWord(name)}.pdf`),
      await regisseur.download(`${base}/invoices/${invoiceId as number}/pdf`),
    );
  }
  const payments = await regisseur.all(`${base}/payments`);
  for (const { id, receiptNumber } of payments) {
    await write(
      join(folder, 'quittances', `${fileWord(String(receiptNumber))}.pdf`),
      await regisseur.download(`${base}/payments/${id as number}/receipt`),
    );
  }
  const reports = await regisseur.all(`${base}/collection-reports`);
  for (const { id, from, to } of reports) {
    for (const format of ['pdf', 'csv']) {
      await write(
        join(folder, 'etats', `encaissements-${from as string}-${to as string}.${format}`),
        await regisseur.download(`${base}/collection-reports/${id as number}/${format}`),
      );
    }
  }
  await write(join(folder, 'etats', 'retards-de-paiement.csv'), await regisseur.download(`${base}/arrears/csv`));
  const arrears: Json = await regisseur.get(`${base}/arrears`);
  await write(join(folder, 'accounts.json'), `${JSON.stringify(accounts(collectiviteId, households), null, 2)}\n`);
  return {
    invoices: invoices.length,
    receipts: payments.length,
    reports: reports.length,
    totalInvoicedCents: invoices.reduce((sum: number, { totalCents }) => sum + (totalCents as number), 0),
    lateCents: arrears.lateCents as number,
  };
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

async function write(path: string, content: Buffer | string): Promise<void> {
  await mkdir(join(path, '..'), { recursive: true });
  await writeFile(path, content);
}

function fileWord(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[^A-Za-z0-9]+/g, '-');
}
