import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { euros } from '../../../src/kernel/french.js';
import { PASSWORD } from '../../support/fixtures.js';
import { barriers, signIn, visit } from '../../support/browser.js';
import { type Debtor, Debtors } from '../../support/debtors.js';

describe('what becomes of a debt, as its family sees it', () => {
  let commune: Debtors;

  beforeAll(async () => {
    commune = await Debtors.open('portal-debts', { reachable: true });
  });
  afterAll(() => commune.service.stop());

  async function before({ familyId, email }: Debtor, place: string) {
    const visitor = await visit(commune.service);
    await visitor.page.goto(`/familles/${familyId}/${place}`);
    await commune.as(email);
    await signIn(visitor.page, { email, password: PASSWORD });
    return visitor;
  }

  async function paper(page: Page, name: RegExp): Promise<string> {
    const button = page.getByRole('button', { name });
    const [file] = await Promise.all([page.waitForEvent('download'), button.click()]);
    return file.suggestedFilename();
  }

  it('is told step by step, with the way to each invoice', async () => {
    const steps = { firstMailDays: 7, secondMailDays: 21, letterDays: 35, transferDays: null, leastCents: 500 };
    const set = await (await commune.regisseur()).put(`${commune.path}/reminder-settings`, steps);
    expect(set.status).toBe(200);
    const debtor = await commune.family([4500, 3000]);
    await commune.on('2026-10-09');
    await commune.on('2026-10-23');
    const { page, context, complaints } = await before(debtor, 'relances');
    await page.getByText('Second message, vendredi 23 octobre 2026').waitFor();
    await page.getByText('Premier message, vendredi 9 octobre 2026').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page
      .getByRole('main')
      .getByRole('link', { name: /^Facture/ })
      .first()
      .click();
    await page.getByRole('heading', { level: 1, name: /^Facture F-/ }).waitFor();
    await page.getByText('En retard : échéance du jeudi 1er octobre 2026').first().waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('may be paid in several times, each with its day and what is paid of it', async () => {
    const debtor = await commune.family([12_000], { dueOn: '2026-10-25' });
    const instalments = [
      { dueOn: '2026-12-05', cents: 4000 },
      { dueOn: '2027-01-05', cents: 8000 },
    ];
    const { familyId, invoiceIds } = debtor;
    const agreed = await (
      await commune.regisseur()
    ).post(`${commune.path}/payment-plans`, {
      familyId,
      invoiceIds,
      instalments,
    });
    expect(agreed.status).toBe(201);
    await commune.pay(debtor, 5000);
    const { page, context, complaints } = await before(debtor, 'echeanciers');
    await page.getByText(`Payé : ${euros(5000)} sur ${euros(12_000)}`).waitFor();
    await page.getByText(`payée en partie, déjà payé ${euros(1000)}`).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is due again when its payment bounces: the page says so, and keeps both papers', async () => {
    const debtor = await commune.family([4500]);
    const regisseur = await commune.regisseur();
    const path = `${commune.path}/payments/${await commune.pay(debtor, 4500)}/reversals`;
    expect((await regisseur.post(path, { reason: 'UNPAID_CHEQUE' })).status).toBe(201);
    const { page, context, complaints } = await before(debtor, 'paiements');
    await page.getByText('Annulé', { exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
    expect(await paper(page, /^Annulation \(PDF\)/)).toMatch(/\.pdf$/);
    expect(await paper(page, /^Quittance \(PDF\)/)).toMatch(/\.pdf$/);
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is collected by the Trésorerie once it is handed over: how to pay it there, and no longer here', async () => {
    const { fixtures } = commune.service;
    const { collectiviteId, path } = commune;
    const { email } = await fixtures.account([{ collectiviteId, role: 'administrateur' }]);
    const administrateur = await commune.as(email);
    const settings = {
      ...{ mode: 'ORMC', codique: '034012', siret: '21120001200014', collectiviteCode: '123', budgetCode: '00' },
      budgetLabel: 'Budget principal',
    };
    expect((await administrateur.put(`${path}/treasury-settings`, settings)).status).toBe(200);
    const code = `${path}/prestations/${commune.prestationId}/product-code`;
    expect((await administrateur.put(code, { from: '2026-09-01', code: 'CANT' })).status).toBe(200);
    const debtor = await commune.family([8000]);
    const regisseur = await commune.regisseur();
    const made = await regisseur.post(`${path}/claim-batches`, { kind: 'ORMC', invoiceIds: debtor.invoiceIds });
    expect(made.status).toBe(201);
    await commune.service.settle();
    const { page, context, complaints } = await before(debtor, 'tresorerie');
    await page.getByText(euros(8000)).first().waitFor();
    await page.getByText('L’avis des sommes à payer dit comment la payer.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.goto(`/familles/${debtor.familyId}/factures`);
    await page.getByRole('heading', { name: 'Mes factures' }).waitFor();
    expect(await page.getByRole('button', { name: /^Payer en ligne/ }).count()).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
