import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { spawn } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { compiled } from '../../test/support/compiled.js';
import { Temporal } from '../kernel/civil-time.js';
import { PayfipClient, type PaymentRequest } from '../payfip/index.js';
import { SetClock } from '../platform/clock/clock.js';
import { readConfiguration } from '../platform/config/configuration.js';
import { type ArmedFault, readFault } from './faults.js';
import { createSimulator, type PayfipSimulator } from './simulator.js';

const clock = new SetClock(Temporal.Instant.from('2026-11-26T09:03:00Z'));
let simulator: PayfipSimulator;
let base: string;
let client: PayfipClient;
/** What the portal hears: the method, the address and the form. */
const heard: string[] = [];
let portal: Server;
let request: PaymentRequest;

beforeAll(async () => {
  Logger.overrideLogger(false);
  portal = createServer((incoming, answer) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      heard.push(`${incoming.method} ${incoming.url} ${Buffer.concat(chunks).toString()}`);
      answer.end();
    });
  });
  portal.listen(0, '127.0.0.1');
  await once(portal, 'listening');
  const own = `http://127.0.0.1:${(portal.address() as AddressInfo).port}`;
  simulator = await createSimulator(clock);
  base = `${await simulator.server.listen({ port: 0, host: '127.0.0.1' })}/tpa`;
  client = clientOf(base);
  request = {
    numcli: '012345',
    exer: 2026,
    refdet: 'F2026000017A3',
    objet: 'Facture F 2026 000017',
    montant: 4560,
    mel: 'camille.durand@exemple.fr',
    saisie: 'W',
    urlnotif: `${own}/notification`,
    urlredirect: `${own}/retour?de=payfip`,
  };
});

afterAll(async () => {
  await simulator.server.close();
  portal.closeAllConnections();
  await new Promise((resolve) => portal.close(resolve));
});

beforeEach(() => {
  simulator.faults.clear();
  heard.length = 0;
});

function clientOf(payfipUrl: string, payfipTimeout = 10_000): PayfipClient {
  return new PayfipClient({ ...readConfiguration({}), payfipUrl, payfipTimeout });
}

async function opened(other: Partial<PaymentRequest> = {}): Promise<string> {
  const answer = await client.create({ ...request, ...other });
  if (answer.kind !== 'ANSWERED') throw new Error(JSON.stringify(answer));
  return answer.value;
}

/** A click on the page; answers what the browser got and where it was sent. */
async function click(idOp: string, choix: string): Promise<{ text: string; location: string | null; status: number }> {
  const answer = await fetch(`${base}/paiementws.web`, {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ idop: idOp, choix }),
  });
  const text = await answer.text();
  await simulator.notifications.arrived();
  return { text, location: answer.headers.get('location'), status: answer.status };
}

const page = async (idOp: string) => (await fetch(client.pageOf(idOp))).text();
const arm = (text: string) => simulator.faults.arm(readFault(text));

describe('a payment, from the portal to PayFiP and back', () => {
  it.each([
    ['P', '000001'],
    ['V', '000002'],
    ['A', null],
    ['R', null],
    ['Z', null],
  ])('that ends with %s', async (choice, numauto) => {
    const idOp = await opened();
    expect(await page(idOp)).toMatch(/<dd>45,60\u00a0€<\/dd>[\s\S]*Payer par carte bancaire/);
    expect(await client.detail(idOp)).toMatchObject({ kind: 'FAULT', code: 'P5' });
    const { location, status } = await click(idOp, choice);
    expect([status, location]).toEqual([303, `${request.urlredirect}&idop=${idOp}`]);
    expect(heard).toEqual([`POST /notification idop=${idOp}&resultrans=${choice}&montant=4560&refdet=F2026000017A3`]);
    expect(await client.detail(idOp)).toEqual({
      kind: 'ANSWERED',
      value: {
        numcli: '012345',
        exer: '2026',
        refdet: 'F2026000017A3',
        montant: 4560,
        saisie: 'W',
        resultrans: choice,
        numauto,
        dattrans: '26112026',
        heurtrans: '1003',
      },
    });
  });

  it('closed without an answer, it is not known', async () => {
    const idOp = await opened();
    expect((await click(idOp, 'close')).text).toContain('fermer cette fenêtre');
    expect(heard).toEqual([]);
    expect(await client.detail(idOp)).toMatchObject({ code: 'P5' });
  });

  it('given up, it may still be paid; paid, its page is closed', async () => {
    const idOp = await opened();
    await click(idOp, 'A');
    await click(idOp, 'P');
    expect(await client.detail(idOp)).toMatchObject({ value: { resultrans: 'P' } });
    expect(await page(idOp)).toContain('Code P3');
    expect((await click(idOp, 'R')).text).toContain('Code P3');
    expect(await client.detail(idOp)).toMatchObject({ value: { resultrans: 'P' } });
  });

  it('says on its page that a test debits nothing', async () => {
    expect(await page(await opened({ saisie: 'T' }))).toContain('rien n’est débité');
  });

  it('opens its page for fifteen minutes, and is forgotten in the night', async () => {
    const [young, paid] = [await opened(), await opened()];
    await click(paid, 'P');
    clock.advance({ minutes: 14, seconds: 59 });
    expect(await page(young)).toContain('Payer par carte');
    clock.advance({ seconds: 1 });
    expect(await page(young)).toContain('Code P4');
    expect(await client.detail(young)).toMatchObject({ code: 'P5' });
    clock.advance({ hours: 14 });
    expect(await client.detail(young)).toMatchObject({ code: 'P1' });
    expect(await page(young)).toContain('Code P1');
    expect(await client.detail(paid)).toMatchObject({ value: { resultrans: 'P' } });
  });
});

describe('what it refuses', () => {
  it.each([
    [{ numcli: '000000' }, 'T2'],
    [{ refdet: 'court' }, 'R3'],
    [{ montant: 99 }, 'M3'],
  ])('%j', async (other, code) => {
    expect(await client.create({ ...request, ...other })).toMatchObject({ kind: 'FAULT', code });
  });

  it('an operation that it never had, or whose name has lost its capital', async () => {
    expect(await client.detail('6475fa10-b338-11e2-a082-001fe256bdfe')).toMatchObject({ kind: 'FAULT', code: 'P1' });
    const idOp = await opened();
    expect(await sent(detail(`<idop>${idOp}</idop>`))).toContain('<code>P1</code>');
    expect(await sent(detail(`<idOp>${idOp}</idOp>`))).toContain('<code>P5</code>');
  });

  it.each([
    ['another namespace', detail('<idOp>x</idOp>').replace('contrat_paiement_securise', 'autre')],
    ['a qualified argument', detail('<idOp>x</idOp>').replaceAll('arg0', 'p:arg0')],
    [
      'another version of SOAP',
      detail('<idOp>x</idOp>').replace('schemas.xmlsoap.org/soap/envelope/', 'www.w3.org/2003/05/soap-envelope'),
    ],
    ['no XML', 'idOp=1'],
  ])('%s', async (_case, envelope) => {
    expect(await sent(envelope)).toContain('TechProtocolaireErreur');
  });

  function detail(inside: string): string {
    return `<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/" xmlns:p="http://securite.service.tpa.cp.finances.gouv.fr/services/mas_securite/contrat_paiement_securise/PaiementSecuriseService"><e:Body><p:recupererDetailPaiementSecurise><arg0>${inside}</arg0></p:recupererDetailPaiementSecurise></e:Body></e:Envelope>`;
  }

  async function sent(envelope: string): Promise<string> {
    const headers = { 'content-type': 'text/xml' };
    return (await fetch(`${base}/services/securite`, { method: 'POST', headers, body: envelope })).text();
  }
});

describe('a client', () => {
  it.each([
    ['012345', { kind: 'ANSWERED', value: true }],
    ['000000', { kind: 'FAULT', code: 'T2' }],
    ['12', { kind: 'FAULT', code: 'T1' }],
  ])('%s', async (numcli, expected) => {
    expect(await client.checkClient(numcli)).toMatchObject(expected);
  });
});

describe('failures on demand', () => {
  it.each([
    ['TECHNICAL', 'TECHNICAL'],
    ['UNAVAILABLE', 'TECHNICAL'],
    ['PROTOCOL', 'TECHNICAL'],
    ['UNREADABLE', 'UNREADABLE'],
    ['TIMEOUT', 'TIMEOUT'],
    ['DROPPED', 'NETWORK'],
    ['DROPPED_AFTER', 'NETWORK'],
  ])('%s', async (fault, why) => {
    const caller = fault === 'TIMEOUT' ? clientOf(base, 50) : client;
    const before = simulator.operations.list().length;
    arm(`create:${fault}x1`);
    expect(await caller.create(request)).toEqual({ kind: 'UNANSWERED', why });
    expect(simulator.operations.list().length - before).toBe(fault === 'DROPPED_AFTER' ? 1 : 0);
    const idOp = await opened();
    arm(`detail:${fault}x1`);
    expect(await caller.detail(idOp)).toEqual({ kind: 'UNANSWERED', why });
    arm(`client:${fault}x1`);
    expect(await caller.checkClient('012345')).toEqual({ kind: 'UNANSWERED', why });
  });

  it.each([
    ['NOT_KNOWN_YET', { kind: 'FAULT', code: 'P5' }],
    ['PURGED', { kind: 'FAULT', code: 'P1' }],
    ['CODE=Z9', { kind: 'FAULT', code: 'Z9' }],
    ['WRONG_AMOUNT', { value: { montant: 4460 } }],
    ['WRONG_REFERENCE', { value: { refdet: 'X2026000017A3' } }],
    ['WRONG_CLIENT', { value: { numcli: '999999' } }],
    ['WRONG_YEAR', { value: { exer: '2025' } }],
    ['WRONG_MODE', { value: { saisie: 'T' } }],
    ['UNKNOWN_RESULT', { value: { resultrans: 'Q' } }],
  ])('of the detail: %s, once', async (fault, expected) => {
    const idOp = await opened();
    await click(idOp, 'P');
    arm(`detail:${fault}x1`);
    expect(await client.detail(idOp)).toMatchObject(expected);
    expect(await client.detail(idOp)).toMatchObject({ value: { resultrans: 'P', montant: 4560 } });
  });

  it('of notifications: lost, doubled, in capitals, in the address, lying', async () => {
    const told = async (fault: string) => {
      heard.length = 0;
      arm(`notification:${fault}x1`);
      const idOp = await opened();
      await click(idOp, 'R');
      return heard.map((line) => line.replaceAll(idOp, 'ID'));
    };
    const told1 = 'POST /notification idop=ID&resultrans=R&montant=4560&refdet=F2026000017A3';
    expect(await told('LOST')).toEqual([]);
    expect(await told('DOUBLED')).toEqual([told1, told1]);
    expect(await told('UPPER_CASE')).toEqual([
      'POST /notification IDOP=ID&RESULTRANS=R&MONTANT=4560&REFDET=F2026000017A3',
    ]);
    expect(await told('IN_QUERY')).toEqual([
      'POST /notification?idop=ID&resultrans=R&montant=4560&refdet=F2026000017A3 ',
    ]);
    expect(await told('LYING')).toEqual([told1.replace('=R', '=P')]);
    expect(await told('DELAYED=0')).toEqual([told1]);
  });

  it('of notifications: held back, then out of order', async () => {
    arm('notification:HELDx2');
    const [first, second] = [await opened(), await opened()];
    await click(first, 'P');
    await click(second, 'R');
    expect(heard).toEqual([]);
    simulator.notifications.release(true);
    await simulator.notifications.arrived();
    expect(heard.map((line) => /idop=([^&]+)/.exec(line)?.[1]).sort()).toEqual([first, second].sort());
  });

  it('of the way back: lost, or posted; and of the page', async () => {
    arm('return:LOSTx1');
    expect(await click(await opened(), 'P')).toMatchObject({ status: 200, location: null });
    arm('return:POSTEDx1');
    expect(await click(await opened(), 'P')).toMatchObject({ status: 307, location: request.urlredirect });
    arm('page:UNAVAILABLEx1');
    expect(await page(await opened())).toContain('Service indisponible');
  });

  it('are asked for over HTTP too', async () => {
    const own = base.replace(/\/tpa$/, '/simulateur');
    const ask = (body: ArmedFault | object) =>
      fetch(`${own}/pannes`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect((await ask({ step: 'create', fault: 'CODE', code: 'T4' })).status).toBe(204);
    expect(await client.create(request)).toMatchObject({ code: 'T4' });
    expect((await fetch(`${own}/pannes`, { method: 'DELETE' })).status).toBe(204);
    expect((await client.create(request)).kind).toBe('ANSWERED');
    expect((await ask({ step: 'create', fault: 'LOST' })).status).toBe(400);
    expect(await (await fetch(`${own}/operations`)).json()).toContainEqual(
      expect.objectContaining({ montant: 4560, result: 'P' }),
    );
    const idOp = await opened();
    await fetch(`${own}/purge`, { method: 'POST' });
    clock.advance({ seconds: 1 });
    await fetch(`${own}/purge`, { method: 'POST' });
    expect(await client.detail(idOp)).toMatchObject({ code: 'P1' });
  });

  it.each(['creation:TIMEOUT', 'create:LOST', 'create', ''])('« %s » is none', (text) => {
    expect(() => readFault(text)).toThrow(RangeError);
  });
});

it('runs as a process of its own, with the failures that it was given', async () => {
  const { NODE_OPTIONS: _, ...env } = process.env;
  const program = join(compiled(), 'src/payfip-simulator/main.js');
  const child = spawn(process.execPath, [program, '--port', '0', '--fault', 'create:CODE=T4x1'], { env });
  try {
    const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
    const own = clientOf(/PAYFIP_URL=(\S+)/.exec(line)![1]!);
    expect(await own.create(request)).toMatchObject({ code: 'T4' });
    expect(await own.create(request)).toMatchObject({ kind: 'ANSWERED' });
  } finally {
    child.kill();
    await once(child, 'exit');
  }
});
