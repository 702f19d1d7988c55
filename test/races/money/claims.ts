import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CarryOutBatch, ReadTreasuryFile } from '../../../src/claims/index.js';
import { CheckLedger } from '../../../src/treasury/index.js';
import type { Api } from '../../support/api.js';
import { type RunningService, startService } from '../../support/application.js';
import type { Claim } from '../../support/claim-and-die.js';
import { DebitedFamilies, DFT_SETTINGS } from '../../support/debited-families.js';
import { issuedInvoice } from '../../support/issued-invoice.js';
import { OutlivingDatabase } from '../../support/killed.js';
import type { Reading } from '../../support/read-and-die.js';
import { onServer } from '../../support/test-database.js';

const FAMILIES = 12;

describe('debts sent to the Trésorerie at the same instant', () => {
  let service: RunningService;
  let collectiviteId: number;
  let regisseur: Api;
  const families: number[] = [];

  beforeAll(async () => {
    service = await startService('claims-races', '2026-11-26T10:00:00+01:00');
    const { fixtures } = service;
    collectiviteId = await fixtures.collectivite();
    const siteId = await fixtures.site(collectiviteId);
    const { id: prestationId } = await fixtures.prestation(collectiviteId, siteId);
    const { email, password } = await fixtures.account([
      { collectiviteId, role: 'regisseur' },
      { collectiviteId, role: 'administrateur' },
    ]);
    regisseur = await service.api.signedIn(email, password);
    const settings = {
      ...{ mode: 'TITRE', codique: '034012', siret: '21120001200014', collectiviteCode: '123' },
      ...{ budgetCode: '00', budgetLabel: 'Budget principal' },
    };
    expect((await regisseur.put(`${base()}/treasury-settings`, settings)).status).toBe(200);
    const code = { from: '2026-09-01', code: 'CANT' };
    expect((await regisseur.put(`${base()}/prestations/${prestationId}/product-code`, code)).status).toBe(200);
    for (let index = 1; index <= FAMILIES; index += 1) {
      const familyId = await fixtures.family(collectiviteId);
      await fixtures.guardian(collectiviteId, familyId);
      const lines = [{ prestationId, imputation: { nature: '7067', function: '281' }, cents: 2000 + index }];
      await issuedInvoice(service, {
        collectiviteId,
        familyId,
        number: index,
        lines,
        issuedOn: '2026-10-01',
        dueOn: '2026-10-31',
      });
      families.push(familyId);
    }
  });
  afterAll(() => service.stop());

  const base = () => `/collectivites/${collectiviteId}`;

  it('four bordereaux and a payment of each family: a debt is taken once, or paid, and numbers have no gap', async () => {
    const started = await Promise.all(
      Array.from({ length: 4 }, () =>
        regisseur.post(`${base()}/claim-batches`, { kind: 'TITRE', dueBefore: '2026-11-26' }),
      ),
    );
    expect(started.map(({ status }) => status)).toEqual([201, 201, 201, 201]);
    // The first half of the families is paying at the counter; each bordereau is carried out by two processes.
    const paying = families.slice(0, FAMILIES / 2).map((familyId, index) =>
      regisseur.post(`${base()}/payments`, {
        ...{ familyId, means: 'CHEQUE', cents: 2001 + index, receivedOn: '2026-11-26' },
      }),
    );
    const carry = service.app.get(CarryOutBatch);
    const ids = started.map(({ body }) => body.id as number);
    const [answers] = await Promise.all([
      Promise.all(paying),
      ...[...ids, ...ids].map((id) => carry.run(collectiviteId, id)),
    ]);
    await service.settle();
    const paid = answers.filter(({ status }) => status === 201).length;
    const { body } = await regisseur.get(`${base()}/claim-batches`);
    const batches: { state: string; pieces: number; number: number | null }[] = body.items;
    expect(new Set(batches.map(({ state }) => state === 'READY' || state === 'EMPTY'))).toEqual(new Set([true]));
    expect(batches.reduce((total, { pieces }) => total + pieces, 0)).toBe(FAMILIES - paid);
    const numbers = batches.flatMap(({ number }) => number ?? []).sort();
    expect(numbers).toEqual(numbers.map((_, index) => index + 1));
    expect((await service.app.get(CheckLedger).run()).faults).toEqual([]);
  });

  it('the same retour sent by three people, and a return by hand: one of each', async () => {
    const { body } = await regisseur.get(`${base()}/claim-batches`);
    const ready = body.items.find(({ state }: { state: string }) => state === 'READY');
    const { items } = (await regisseur.get(`${base()}/claim-batches/${ready.id}/pieces`)).body;
    const told = items.map(({ number, cents }: { number: number; cents: number }) =>
      PAID_PIECE(number, cents, '2026-11-26'),
    );
    const content = (spaces: number) =>
      Buffer.from(
        `${RETOUR(BORDEREAU(ready.number, told).replace('TypBord V="06"', 'TypBord V="01"'))}${' '.repeat(spaces)}`,
      );
    const send = (spaces: number) =>
      regisseur.upload(`${base()}/treasury-returns`, {}, [
        { field: 'file', name: 'r.xml', type: 'text/xml', content: content(spaces) },
      ]);
    // Twice the same bytes, and once others that say the same.
    const sent = await Promise.all([send(0), send(0), send(1)]);
    expect(new Set(sent.map(({ body: { id } }) => id as number)).size).toBe(2);
    const kept = await service.database.read(() =>
      service.database.rows("SELECT id FROM stored_files WHERE name = 'r.xml'"),
    );
    expect(kept).toHaveLength(2);
    const returning = regisseur.post(`${base()}/claim-batches/${ready.id}/pieces/${items[0].id}/returns`, {
      reason: 'À la main',
    });
    const read = service.app.get(ReadTreasuryFile);
    const files = [...new Set(sent.map(({ body: { id } }) => id as number))];
    await Promise.all([...[...files, ...files].map((id) => read.run(collectiviteId, id)), returning]);
    await service.settle();
    const back = (await returning).status === 201 ? 1 : 0;
    const [{ n }] = (await service.database.read(() =>
      service.database.rows<{ n: number }>('SELECT COUNT(*) AS n FROM claim_collections'),
    )) as [{ n: number }];
    expect(Number(n)).toBe(items.length - back);
    expect((await service.app.get(CheckLedger).run()).faults).toEqual([]);
  });
});

(onServer ? describe : describe.skip)('a rôle whose process is killed', () => {
  let kept: OutlivingDatabase;
  beforeAll(async () => {
    kept = await OutlivingDatabase.create('claims-killed', '2026-12-20T10:00:00+01:00');
  });
  afterAll(() => kept.remove());

  it('is carried on, while it takes debts and while its file is written: each debt once, one file, sealed', async () => {
    const order = await kept.opened(async (service) => {
      const families = await debitedByTheTresor(service);
      const { collectiviteId, regisseur, path } = families;
      for (let index = 0; index < 4; index += 1) {
        const { familyId } = await families.family();
        await families.owing(familyId, 2000 + index);
      }
      const started = await regisseur.post(`${path}/claim-batches`, { kind: 'ORMC', dueBefore: '2026-12-20' });
      expect(started.status).toBe(201);
      return { collectiviteId, batchId: Number(started.body.id), path };
    });
    const killed = (dieWhile: Claim['dieWhile'], dieAt: number) =>
      kept.killedIn<Claim>('claim-and-die', { ...order, dieWhile, dieAt });
    const stands = () =>
      kept.opened(async ({ database }) => {
        const [row] = await database.read(() =>
          database.rows<{ state: string; pieces: number; file_id: number | null }>(
            'SELECT state, pieces, file_id FROM claim_batches',
          ),
        );
        // No row is left without a bordereau that refers to it: bytes alone are, to be swept.
        const files = await database.read(() => database.rows("SELECT id FROM stored_files WHERE name LIKE 'PES%'"));
        expect(files).toEqual([]);
        return { state: row!.state, pieces: Number(row!.pieces), hasFile: row!.file_id !== null };
      });
    expect(await killed('taking', 3)).toBe('SIGKILL');
    expect(await stands()).toEqual({ state: 'COMPOSING', pieces: 2, hasFile: false });
    expect(await killed('writing', 4)).toBe('SIGKILL');
    expect(await stands()).toEqual({ state: 'NUMBERED', pieces: 4, hasFile: false });
    expect(await killed('freezing', 1)).toBe('SIGKILL');
    expect(await stands()).toEqual({ state: 'NUMBERED', pieces: 4, hasFile: false });
    await kept.opened(async (service) => {
      await service.app.get(CarryOutBatch).run(order.collectiviteId, order.batchId);
      const rows = (sql: string) => service.database.read(() => service.database.rows<Record<string, unknown>>(sql));
      expect(await rows('SELECT state, number, pieces, faults FROM claim_batches')).toMatchObject([
        { state: 'READY', number: 1, pieces: 4, faults: null },
      ]);
      expect(await rows('SELECT id FROM claim_batches WHERE sealed_reference IS NOT NULL')).toHaveLength(1);
      expect(await rows("SELECT id FROM mandates WHERE last_used_on = '2027-01-19'")).toHaveLength(4);
      expect(await rows("SELECT id FROM stored_files WHERE name LIKE 'PES%'")).toHaveLength(1);
      expect((await service.app.get(CheckLedger).run()).faults).toEqual([]);
    });
  }, 240_000);
});

(onServer ? describe : describe.skip)('a retour whose reading is killed', () => {
  let kept: OutlivingDatabase;
  beforeAll(async () => {
    kept = await OutlivingDatabase.create('retour-killed', '2026-12-20T10:00:00+01:00');
  });
  afterAll(() => kept.remove());

  it('is read on from the slice that was cut, by two at once: what it says is recorded once', async () => {
    const order = await kept.opened(async (service) => {
      const families = await debitedByTheTresor(service);
      const { collectiviteId, regisseur, path } = families;
      for (let index = 0; index < 4; index += 1) await families.owing((await families.family()).familyId, 2000 + index);
      const { body: roll } = await regisseur.post(`${path}/claim-batches`, { kind: 'ORMC', dueBefore: '2026-12-20' });
      await service.settle();
      const told = await service.database.read(() =>
        service.database.rows<{ cents: number }>('SELECT amount_cents AS cents FROM claim_pieces ORDER BY piece_rank'),
      );
      const content = Buffer.from(
        RETOUR(
          BORDEREAU(
            99,
            Array.from({ length: 1000 }, (_, index) => PAID_PIECE(index + 1, 100)),
          ),
          BORDEREAU(
            1,
            // The first is refused: it is counted, though it is back already when the slice is read again.
            told.map(({ cents }, index) => (index === 0 ? REFUSED_PIECE(1) : PAID_PIECE(index + 1, cents))),
          ),
        ),
      );
      const file = { field: 'file', name: 'r.xml', type: 'text/xml', content };
      const sent = await regisseur.upload(`${path}/treasury-returns`, {}, [file]);
      expect([roll.kind, sent.status]).toEqual(['ORMC', 201]);
      return { collectiviteId, fileId: Number(sent.body.id) };
    });
    const stands = (service: RunningService) =>
      service.database.read(async () => {
        const [file] = await service.database.rows('SELECT state, pieces_read, summary FROM treasury_files');
        return { ...(file as { state: string; pieces_read: number; summary: string }) };
      });
    expect(await kept.killedIn<Reading>('read-and-die', { ...order, slices: 1, dieAt: 2 })).toBe('SIGKILL');
    await kept.opened(async (service) => {
      expect(await stands(service)).toMatchObject({ state: 'RECEIVED', pieces_read: 1000 });
      const read = service.app.get(ReadTreasuryFile);
      await Promise.all([1, 2].map(() => read.run(order.collectiviteId, order.fileId)));
      await service.settle();
      const { summary, ...file } = await stands(service);
      expect(file).toEqual({ state: 'READ', pieces_read: 1004 });
      expect(JSON.parse(summary)).toMatchObject({
        rejected: 1,
        collections: 3,
        collectedCents: 6006,
        unmatchedCount: 1000,
      });
      const collections = await service.database.read(() =>
        service.database.rows('SELECT piece_id FROM claim_collections'),
      );
      expect(collections).toHaveLength(3);
      expect((await service.app.get(CheckLedger).run()).faults).toEqual([]);
    });
  }, 240_000);
});

describe('two rôles frozen at the same instant', () => {
  let service: RunningService;
  beforeAll(async () => {
    service = await startService('claims-first-debits', '2026-12-20T10:00:00+01:00');
  });
  afterAll(() => service.stop());

  it('hold the first debit of a mandate once between them', async () => {
    const families = await debitedByTheTresor(service);
    const { collectiviteId, regisseur, path } = families;
    const taken: [number[], number[]] = [[], []];
    for (let index = 0; index < 5; index += 1) {
      const { familyId } = await families.family();
      for (const invoices of taken) invoices.push((await families.owing(familyId, 2000 + index)).invoiceId);
    }
    const ids: number[] = [];
    for (const invoiceIds of taken)
      ids.push((await regisseur.post(`${path}/claim-batches`, { kind: 'ORMC', invoiceIds })).body.id as number);
    const carry = service.app.get(CarryOutBatch);
    await Promise.all(ids.map((id) => carry.run(collectiviteId, id)));
    const told: Record<string, number> = {};
    for (const id of ids) {
      const { text } = await regisseur.get(`${path}/claim-batches/${id}/file`);
      for (const [, sequence, rum] of text.matchAll(/SequencePres V="(\d+)".*?RefUniMdt V="([^"]+)"/gs))
        told[`${rum} ${sequence}`] = (told[`${rum} ${sequence}`] ?? 0) + 1;
    }
    // 02 FRST, 03 RCUR.
    expect(Object.keys(told)).toHaveLength(10);
    expect(new Set(Object.values(told))).toEqual(new Set([1]));
  });
});

const RETOUR = (...bordereaux: string[]) =>
  `<n:PES_Retour xmlns:n="http://www.minefi.gouv.fr/cp/helios/pes_v2/Rev0/retour"><PES_RecetteRetour>${bordereaux.join('')}</PES_RecetteRetour></n:PES_Retour>`;
const BORDEREAU = (number: number, pieces: readonly string[]) =>
  `<Bordereau><BlocBordereau><Exer V="2026"/><IdBord V="${number}"/><TypBord V="06"/></BlocBordereau>${pieces.join('')}</Bordereau>`;
const PAID_PIECE = (number: number, cents: number, on = '2026-12-20') =>
  `<Piece><BlocPiece><IdPce V="${number}"/><EtatPce V="02"/></BlocPiece><LigneDePiece><BlocLignePiece><InfoLignePiece><IdLigne V="1"/><EtatLigPce V="05"/><MtHT V="1"/></InfoLignePiece></BlocLignePiece><EncaissementEmargement><OrgEma V="02"/><DteReco V="${on}"/><MtReco V="${(cents / 100).toFixed(2)}"/></EncaissementEmargement></LigneDePiece></Piece>`;
const REFUSED_PIECE = (number: number) =>
  `<Piece><BlocPiece><IdPce V="${number}"/><EtatPce V="04"/></BlocPiece></Piece>`;

/** Families of a commune that sends rôles, and lets the Trésor debit them. */
async function debitedByTheTresor(service: RunningService): Promise<DebitedFamilies> {
  const families = await DebitedFamilies.open(service);
  const { regisseur, path, prestationId } = families;
  const debits = { ...DFT_SETTINGS, mode: 'TITRE', firstSequence: 'FRST' };
  expect((await regisseur.put(`${path}/sepa-settings`, debits)).status).toBe(200);
  const settings = {
    ...{ mode: 'ORMC', codique: '034012', siret: '21120001200014', collectiviteCode: '123' },
    ...{ budgetCode: '00', budgetLabel: 'Budget principal' },
  };
  expect((await regisseur.put(`${path}/treasury-settings`, settings)).status).toBe(200);
  const code = { from: '2026-09-01', code: 'CANT' };
  expect((await regisseur.put(`${path}/prestations/${prestationId}/product-code`, code)).status).toBe(200);
  return families;
}
