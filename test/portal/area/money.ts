import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { euros } from '../../../src/kernel/french.js';
import { type RunningService, startService } from '../../support/application.js';
import { barriers, signIn, visit } from '../../support/browser.js';
import { DEBITED_IBAN, DFT_SETTINGS } from '../../support/debited-families.js';
import { issuedInvoice } from '../../support/issued-invoice.js';

describe('the money of a family', () => {
  let service: RunningService;
  let collectiviteId: number;
  let prestation: { prestationId: number; imputation: { nature: string; function: string } };
  let staff: { email: string; password: string };
  let serial = 0;

  beforeAll(async () => {
    service = await startService('portal-money', '2026-11-26T10:00:00+01:00', { reachable: true });
    const { fixtures } = service;
    collectiviteId = await fixtures.collectivite();
    const { id } = await fixtures.prestation(collectiviteId, await fixtures.site(collectiviteId), { name: 'Cantine' });
    prestation = { prestationId: id, imputation: { nature: '7067', function: '281' } };
    staff = await fixtures.account(
      (['regisseur', 'administrateur'] as const).map((role) => ({ collectiviteId, role })),
    );
    expect((await (await mairie()).put(`/collectivites/${collectiviteId}/sepa-settings`, DFT_SETTINGS)).status).toBe(
      200,
    );
  });
  afterAll(() => service.stop());

  const mairie = () => service.api.signedIn(staff.email, staff.password);

  /** A parent who paid more than an invoice at the counter, before a page of theirs. */
  async function before(place: string) {
    const familyId = await service.fixtures.family(collectiviteId);
    const account = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    await service.fixtures.guardian(collectiviteId, familyId, { email: account.email, account_id: account.id });
    const lines = [{ ...prestation, cents: 4560 }];
    const dates = { issuedOn: '2026-11-02', dueOn: '2026-12-15' };
    await issuedInvoice(service, { collectiviteId, familyId, number: ++serial, lines, ...dates });
    const body = { familyId, means: 'CHEQUE', cents: 5000, receivedOn: '2026-11-26', excess: 'CREDIT' };
    const paid = await (await mairie()).post(`/collectivites/${collectiviteId}/payments`, body);
    expect(paid.status).toBe(201);
    const visitor = await visit(service);
    await visitor.page.goto(`/familles/${familyId}/${place}`);
    await signIn(visitor.page, account);
    return { ...visitor, familyId };
  }

  const button = (page: Page, name: string) => page.getByRole('button', { name });

  async function typeAccount(page: Page, iban: string): Promise<void> {
    await page.getByLabel('Titulaire du compte').fill('Camille Durand');
    await page.getByLabel('IBAN').fill(iban);
  }

  it('tells of each payment to the first, and of what each one left as credit', async () => {
    const { page, context, complaints, familyId } = await before('paiements');
    const regie = await mairie();
    for (let cents = 101; cents <= 121; cents += 1) {
      const body = { familyId, means: 'CHEQUE', cents, receivedOn: '2026-11-26', excess: 'CREDIT' };
      expect((await regie.post(`/collectivites/${collectiviteId}/payments`, body)).status).toBe(201);
    }
    for (const [place, first, more] of [
      ['paiements', euros(5000), 'Voir les plus anciens'],
      ['avoir', `+ ${euros(440)}`, 'Voir les mouvements plus anciens'],
    ] as const) {
      await page.goto(`/familles/${familyId}/${place}`);
      await page.getByText(euros(121)).first().waitFor();
      expect(await page.getByText(first, { exact: true }).count()).toBe(0);
      expect(await barriers(page)).toEqual([]);
      await button(page, more).click();
      await page.getByText(first, { exact: true }).waitFor();
      expect(await button(page, more).count()).toBe(0);
    }
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is debited once the mandate is read and signed, its IBAN checked, until it is revoked', async () => {
    const { page, context, complaints } = await before('prelevement');
    await typeAccount(page, 'FR76 3000 6000 0112 3456 7890 188');
    await button(page, 'Signer le mandat').click();
    await page.getByText('Le mandat n’est pas signé').waitFor();
    await page.getByRole('checkbox').press(' ');
    await button(page, 'Signer le mandat').click();
    await page.getByRole('alert').getByRole('link').waitFor();
    expect(await barriers(page)).toEqual([]);
    await typeAccount(page, DEBITED_IBAN);
    await button(page, 'Signer le mandat').click();
    await page.getByText('En vigueur').waitFor();
    expect(await barriers(page)).toEqual([]);
    const [paper] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Télécharger le mandat (PDF)').click(),
    ]);
    expect(paper.suggestedFilename()).toMatch(/\.pdf$/);
    await button(page, 'Révoquer mon mandat…').click();
    await button(page, 'Révoquer maintenant').click();
    await page.getByText('Votre mandat est révoqué').waitFor();
    await page.getByText('En vigueur').waitFor({ state: 'detached' });
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is paid back where it is held as a credit, unless the request is taken back', async () => {
    const { page, context, complaints } = await before('avoir');
    await page.getByText(`Demander le remboursement de ${euros(440)}`).click();
    await typeAccount(page, DEBITED_IBAN);
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Demander le remboursement').click();
    await page.getByText('Votre demande de remboursement est enregistrée').waitFor();
    expect(await barriers(page)).toEqual([]);
    await button(page, 'Retirer ma demande et garder l’avoir').click();
    await page.getByText(`Demander le remboursement de ${euros(440)}`).waitFor();
    expect(complaints).toEqual([]);
    await context.close();
  });

  it('is certified: each payment by its receipt, all of them between two dates', async () => {
    const { page, context, complaints } = await before('paiements');
    await page.getByText(`Gardé en avoir : ${euros(440)}`).waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Mes factures' }).click();
    await page.getByRole('link', { name: 'Attestations fiscales et de paiement' }).click();
    await page.getByLabel('Premier jour').fill('2026-11-01');
    expect(await barriers(page)).toEqual([]);
    const [paper] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Télécharger l’attestation (PDF)').click(),
    ]);
    expect(paper.suggestedFilename()).toMatch(/\.pdf$/);
    expect(complaints).toEqual([]);
    await context.close();
  });
});
