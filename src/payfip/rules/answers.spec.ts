import { describe, expect, it } from '@jest/globals';
import { readXml } from '../../kernel/xml.js';
import { readClient, readCreated, readDetail } from './answers.js';
import { creationEnvelope, detailEnvelope } from './envelopes.js';
import { paidOn } from './payment-detail.js';
import { SERVICE_NAMESPACE } from './vocabulary.js';
import { LONGEST_XML, textOf } from './xml.js';

const ID = '6475fa10-b338-11e2-a082-001fe256bdfe';
const soap = (body: string) =>
  `<?xml version="1.0" encoding="UTF-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${body}</soap:Body></soap:Envelope>`;
const created = (inside: string) =>
  soap(
    `<ns2:creerPaiementSecuriseResponse xmlns:ns2="${SERVICE_NAMESPACE}">${inside}</ns2:creerPaiementSecuriseResponse>`,
  );
const fault = (name: string, children: string) =>
  soap(
    `<soap:Fault><faultcode>soap:Server</faultcode><faultstring>fr.gouv.finances.cp.tpa.webservice.exceptions.${name}</faultstring><detail><ns1:${name} xmlns:ns1="${SERVICE_NAMESPACE}">${children}</ns1:${name}></detail></soap:Fault>`,
  );

describe('the answer to a creation', () => {
  it.each([
    ['wrapped', `<return><idOp>${ID}</idOp></return>`],
    ['not wrapped', `<idOp>${ID}</idOp>`],
    ['in small letters', `<return><idop> ${ID}\n</idop></return>`],
    ['with a prefix', `<ns3:return xmlns:ns3="x"><ns3:IDOP>${ID}</ns3:IDOP></ns3:return>`],
    ['among other things', `<return><date>1</date><idOp>${ID}</idOp><idOp>second</idOp></return>`],
  ])('%s', (_case, inside) => {
    expect(readCreated(created(inside))).toEqual({ kind: 'ANSWERED', value: ID });
  });

  it.each([
    ['nothing', ''],
    ['not XML', 'Service temporairement indisponible'],
    ['a page', '<html><body><p>Maintenance</p></body></html>'],
    ['cut', created(`<return><idOp>${ID}</idOp></return>`).slice(0, -20)],
    ['no idOp', created('<return/>')],
    ['an idOp that is an address', created('<return><idOp>https://ailleurs.example/?a=b</idOp></return>')],
    [
      'the answer to something else',
      soap(`<recupererDetailPaiementSecuriseResponse><idOp>${ID}</idOp></recupererDetailPaiementSecuriseResponse>`),
    ],
    [
      'a document type',
      `<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>${created(`<return><idOp>&x;</idOp></return>`)}`,
    ],
    ['nested beyond reason', created('<a>'.repeat(200) + '</a>'.repeat(200))],
    ['endless', created('x'.repeat(LONGEST_XML))],
  ])('unreadable: %s', (_case, text) => {
    expect(readCreated(text)).toEqual({ kind: 'UNANSWERED', why: 'UNREADABLE' });
  });
});

describe('a fault', () => {
  it.each([
    [
      'functional',
      'FonctionnelleErreur',
      '<code>P5</code><descriptif/><libelle>Résultat non connu</libelle><severite>2</severite>',
      { kind: 'FAULT', code: 'P5', label: 'Résultat non connu' },
    ],
    ['functional, few words', 'FonctionnelleErreur', '<code>T2</code>', { kind: 'FAULT', code: 'T2', label: null }],
    [
      'functional, described',
      'FonctionnelleErreur',
      '<code>T2</code><descriptif>Numcli &amp; co inconnus &#233;</descriptif>',
      { kind: 'FAULT', code: 'T2', label: 'Numcli & co inconnus é' },
    ],
    [
      'functional, without its code',
      'FonctionnelleErreur',
      '<libelle>?</libelle>',
      { kind: 'UNANSWERED', why: 'TECHNICAL' },
    ],
    ['technical', 'TechDysfonctionnementErreur', '<code>999</code>', { kind: 'UNANSWERED', why: 'TECHNICAL' }],
    ['unavailable', 'TechIndisponibiliteErreur', '<code>P1</code>', { kind: 'UNANSWERED', why: 'TECHNICAL' }],
    ['of protocol', 'TechProtocolaireErreur', '', { kind: 'UNANSWERED', why: 'TECHNICAL' }],
    ['unheard of', 'AutreErreur', '<code>T2</code>', { kind: 'UNANSWERED', why: 'TECHNICAL' }],
  ])('%s', (_case, name, children, expected) => {
    expect(readCreated(fault(name, children))).toEqual(expected);
    expect(readDetail(fault(name, children))).toEqual(expected);
    expect(readClient(fault(name, children))).toEqual(expected);
  });
});

describe('the detail of a payment', () => {
  const detail = (inside: string) =>
    soap(
      `<b:recupererDetailPaiementSecuriseResponse xmlns:b="x"><return>${inside}</return></b:recupererDetailPaiementSecuriseResponse>`,
    );

  it('is read whole', () => {
    const inside = `<dattrans>26112026</dattrans><exer>2026</exer><heurtrans>1003</heurtrans><idOp>${ID}</idOp><mel>a@b.fr</mel><montant>4560</montant><numauto>010203</numauto><numcli>012345</numcli><objet>x</objet><refdet>F2026000017A3</refdet><resultrans>P</resultrans><saisie>W</saisie>`;
    expect(readDetail(detail(inside))).toEqual({
      kind: 'ANSWERED',
      value: {
        numcli: '012345',
        exer: '2026',
        refdet: 'F2026000017A3',
        montant: 4560,
        saisie: 'W',
        resultrans: 'P',
        numauto: '010203',
        dattrans: '26112026',
        heurtrans: '1003',
      },
    });
  });

  it('says nothing without a result, and less with a strange amount', () => {
    expect(readDetail(detail('<montant>4560</montant>'))).toEqual({ kind: 'UNANSWERED', why: 'UNREADABLE' });
    expect(readDetail(detail('<resultrans>R</resultrans><montant>45,60</montant>'))).toMatchObject({
      value: { resultrans: 'R', montant: null, numauto: null },
    });
  });

  it.each([
    ['26112026', '2026-11-26'],
    ['31022026', null],
    ['2026-11-26', null],
    [null, null],
  ])('was paid on %s', (dattrans, expected) => {
    expect(paidOn({ dattrans })?.toString() ?? null).toBe(expected);
  });
});

describe('what is sent', () => {
  const request = {
    numcli: '012345',
    exer: 2026,
    refdet: 'F2026000017A3',
    objet: 'Facture',
    montant: 4560,
    mel: 'o.connor&fils<1>@b.fr',
    saisie: 'W' as const,
    urlnotif: 'https://famille.test/notif?a=1&b=2',
    urlredirect: 'https://famille.test/retour',
  };

  it('holds the operation in the namespace of the service, and its fields in none, in order', () => {
    const text = creationEnvelope(request);
    expect(text).toContain(`xmlns:pai="${SERVICE_NAMESPACE}"`);
    expect(text).toContain('<soapenv:Body><pai:creerPaiementSecurise><arg0><exer>2026</exer><mel>');
    expect([...text.matchAll(/<([a-z]+)>[^<]/g)].map(([, name]) => name)).toEqual([
      'exer',
      'mel',
      'montant',
      'numcli',
      'objet',
      'refdet',
      'saisie',
      'urlnotif',
      'urlredirect',
    ]);
  });

  it('is read back as it was meant', () => {
    const read = readXml(creationEnvelope(request), LONGEST_XML);
    expect(textOf(read, 'mel')).toBe(request.mel);
    expect(textOf(read, 'urlnotif')).toBe(request.urlnotif);
  });

  it('leaves out an empty object, and writes idOp with its capital', () => {
    expect(creationEnvelope({ ...request, objet: '' })).not.toContain('objet');
    expect(detailEnvelope(ID)).toContain(`<pai:recupererDetailPaiementSecurise><arg0><idOp>${ID}</idOp></arg0>`);
  });
});
