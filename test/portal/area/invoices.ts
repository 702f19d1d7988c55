import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { euros } from '../../../src/kernel/french.js';
import { OpenBalances } from '../../../src/ledger/index.js';
import { barriers, DESKTOP, PHONE, signIn, visit, type Visitor } from '../../support/browser.js';
import { issuedInvoice } from '../../support/issued-invoice.js';
import { ServiceWithPayfip } from '../../support/payfip.js';

describe('the invoices of a family, beside PayFiP', () => {
  let payfip: ServiceWithPayfip;
  let collectiviteId: number;
  let prestation: { prestationId: number; imputation: { nature: string; function: string } };
  let serial = 0;

  beforeAll(async () => {
    payfip = await ServiceWithPayfip.start('portal-invoices', '2026-11-26T10:00:00+01:00', { payfipTimeout: 1000 });
    const { fixtures } = payfip.service;
    collectiviteId = await fixtures.collectivite();
    const { id } = await fixtures.prestation(collectiviteId, await fixtures.site(collectiviteId), { name: 'Cantine' });
    prestation = { prestationId: id, imputation: { nature: '7067', function: '281' } };
    await fixtures.row('payfip_settings', {
      collectivite_id: collectiviteId,
      ...{ active: 1, numcli: '012345', mode: 'W', several_invoices: 1, most_cents: 9_999_999, updated_at: 0 },
      reference_form: 'NUMBER',
    });
  });
  afterAll(() => payfip.stop());
  beforeEach(() => payfip.simulator.faults.clear());

  /** A family whose parent may sign in, and its invoices, one of each amount. */
  async function familyOwing(...amounts: number[]) {
    const { service } = payfip;
    const familyId = await service.fixtures.family(collectiviteId);
    const account = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    await service.fixtures.guardian(collectiviteId, familyId, { email: account.email, account_id: account.id });
    const invoiceIds: number[] = [];
    for (const cents of amounts) {
      const lines = [{ ...prestation, cents }];
      const dates = { issuedOn: '2026-11-02', dueOn: '2026-12-15' };
      const snapshot = { children: [mealsFor(cents, prestation.prestationId)] };
      invoiceIds.push(
        await issuedInvoice(service, { collectiviteId, familyId, number: ++serial, lines, ...dates, snapshot }),
      );
    }
    return { familyId, account, invoiceIds };
  }

  async function due(familyId: number): Promise<number> {
    const open = await payfip.service.app.get(OpenBalances).ofFamily(collectiviteId, familyId);
    return open.flatMap((item) => item.open).reduce((total, { cents }) => total + cents, 0);
  }

  /** Who signs in where the page asks for it, and stands before it. */
  async function before(
    path: string,
    account: { email: string; password: string },
    viewport = PHONE,
  ): Promise<Visitor> {
    const visitor = await visit(payfip.service, viewport);
    await visitor.page.goto(path);
    await signIn(visitor.page, account);
    return visitor;
  }

  const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name });
  const heading = (page: Page, name: string | RegExp) => page.getByRole('heading', { name });

  it.each([
    ['a phone', PHONE],
    ['a desktop', DESKTOP],
  ])('are paid by card on %s, from the mail’s link to the receipt', async (_name, viewport) => {
    const { familyId, account, invoiceIds } = await familyOwing(4560);
    const { page, context, complaints } = await before(`/factures/${invoiceIds[0]}`, account, viewport);
    await heading(page, /^Facture/).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/familles/${familyId}/factures/${invoiceIds[0]}`);
    expect(await barriers(page)).toEqual([]);
    await button(page, `Payer en ligne ${euros(4560)}`).dblclick();
    await button(page, 'Payer par carte bancaire').click();
    await page.getByText('Paiement enregistré').waitFor();
    expect(await barriers(page)).toEqual([]);
    const [receipt] = await Promise.all([
      page.waitForEvent('download'),
      button(page, 'Télécharger la quittance (PDF)').click(),
    ]);
    expect(receipt.suggestedFilename()).toMatch(/\.pdf$/);
    await page.getByRole('link', { name: 'Revenir à mes factures' }).click();
    await page.getByText('Aucune facture à payer.').waitFor();
    expect([await due(familyId), complaints]).toEqual([0, []]);
    await context.close();
  });

  it('are paid several at once, as one chooses', async () => {
    const { familyId, account } = await familyOwing(1000, 2000, 4000);
    const { page, context } = await before('/factures', account);
    await page.getByRole('checkbox', { name: euros(2000) }).press(' ');
    expect(await barriers(page)).toEqual([]);
    await button(page, `Payer en ligne ${euros(5000)}`).click();
    await button(page, 'Payer par carte bancaire').click();
    await page.getByText('Paiement enregistré').waitFor();
    expect(await due(familyId)).toBe(2000);
    await context.close();
  });

  it('may be tried again when the bank refuses', async () => {
    const { familyId, account, invoiceIds } = await familyOwing(4560);
    const { page, context, complaints } = await before(`/familles/${familyId}/factures/${invoiceIds[0]}`, account);
    await button(page, `Payer en ligne ${euros(4560)}`).click();
    await button(page, 'La banque refuse la carte').click();
    await page.getByText('Paiement refusé par la banque').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'Recommencer depuis mes factures' }).click();
    await button(page, `Payer en ligne ${euros(4560)}`).click();
    await button(page, 'Payer par carte bancaire').click();
    await page.getByText('Paiement enregistré').waitFor();
    expect([await due(familyId), complaints]).toEqual([0, []]);
    await context.close();
  });

  it('lead back to a payment that was left half way, and tell the other parent where it stands', async () => {
    const { familyId, account, invoiceIds } = await familyOwing(4560);
    const { service } = payfip;
    const { page, context } = await before(`/factures/${invoiceIds[0]}`, account);
    await button(page, `Payer en ligne ${euros(4560)}`).click();
    await button(page, 'Payer par carte bancaire').waitFor();
    service.clock.advance({ minutes: 5 });
    await page.goto(`/familles/${familyId}/factures/${invoiceIds[0]}`);
    await button(page, `Payer en ligne ${euros(4560)}`).click();
    await page.getByRole('link', { name: 'Terminer le paiement en cours' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    const parent = await service.fixtures.account([{ collectiviteId, role: 'parent' }]);
    const guardian = { email: parent.email, account_id: parent.id, position: 2 };
    await service.fixtures.guardian(collectiviteId, familyId, guardian);
    const other = await before(`/factures/${invoiceIds[0]}`, parent);
    await button(other.page, `Payer en ligne ${euros(4560)}`).click();
    await other.page.getByRole('link', { name: 'Voir où en est ce paiement' }).waitFor();
    expect(await other.page.getByRole('link', { name: 'Terminer le paiement en cours' }).count()).toBe(0);
    await page.getByRole('link', { name: 'Terminer le paiement en cours' }).click();
    await button(page, 'Payer par carte bancaire').click();
    await page.getByText('Paiement enregistré').waitFor();
    expect(await due(familyId)).toBe(0);
    await context.close();
    await other.context.close();
  });

  it('follow a payment that PayFiP has not decided yet', async () => {
    const { account, invoiceIds } = await familyOwing(4560);
    const { page, context } = await before(`/factures/${invoiceIds[0]}`, account);
    await button(page, `Payer en ligne ${euros(4560)}`).click();
    payfip.arm('detail:TIMEOUTx2');
    await button(page, 'Payer par carte bancaire').click();
    await page.getByText('Paiement en cours de vérification').waitFor();
    expect(await barriers(page)).toEqual([]);
    payfip.simulator.faults.clear();
    payfip.service.clock.advance({ minutes: 6 });
    await payfip.service.settle();
    await page.clock.runFor(60_000);
    await page.getByText('Paiement enregistré').waitFor();
    await context.close();
  });

  it('say it when the amount changed, or was paid at the mairie, meanwhile', async () => {
    const [{ account, familyId, invoiceIds }, other] = [await familyOwing(4560), await familyOwing(2000)];
    const regisseur = await payfip.service.fixtures.account([{ collectiviteId, role: 'regisseur' }]);
    const counter = async (id: number, cents: number) => {
      const api = await payfip.service.api.signedIn(regisseur.email, regisseur.password);
      const body = { familyId: id, means: 'CHEQUE', cents, receivedOn: '2026-11-26' };
      expect((await api.post(`/collectivites/${collectiviteId}/payments`, body)).status).toBe(201);
    };
    const changed = await before(`/factures/${invoiceIds[0]}`, account);
    await button(changed.page, `Payer en ligne ${euros(4560)}`).waitFor();
    await counter(familyId, 1000);
    await button(changed.page, `Payer en ligne ${euros(4560)}`).click();
    await changed.page.getByText(`il reste ${euros(3560)} à payer`).waitFor();
    expect(await barriers(changed.page)).toEqual([]);
    await changed.context.close();

    const paid = await before(`/factures/${other.invoiceIds[0]}`, other.account);
    await button(paid.page, `Payer en ligne ${euros(2000)}`).waitFor();
    await counter(other.familyId, 2000);
    await button(paid.page, `Payer en ligne ${euros(2000)}`).click();
    await paid.page.getByText('elle est réglée').waitFor();
    await paid.page.getByText('Réglée', { exact: true }).waitFor();
    await paid.context.close();
  });

  it('of others are as unknown as those that do not exist', async () => {
    const [mine, theirs] = [await familyOwing(1000), await familyOwing(2000)];
    const { page, context } = await before(`/factures/${theirs.invoiceIds[0]}`, mine.account);
    await page.getByText('Cette page n’existe pas, ou n’est pas la vôtre').waitFor();
    await page.goto(`/familles/${mine.familyId}/factures/${theirs.invoiceIds[0]}`);
    await page.getByText('Cette page n’existe pas, ou n’est pas la vôtre').waitFor();
    await context.close();
  });
});

function mealsFor(cents: number, prestationId: number) {
  const day = { date: '2026-09-03', event: 'UNIT' as const, cents };
  return {
    ...{ childId: 1, name: 'Zoé DURAND', cents },
    groups: [
      {
        ...{ prestationId, prestation: 'Cantine', kind: 'CANTEEN' as const, event: 'UNIT' as const },
        ...{ unitCents: cents, cents, why: 'Tarif unique', dates: ['2026-09-03'] },
      },
    ],
    lines: [
      {
        ...day,
        label: 'Cantine, jeudi 3 septembre 2026',
        reason: 'réservé et présent',
        explanation: ['Tarif unique'],
      },
    ],
  };
}
