import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { readAcquit } from './read-acquit.js';
import { readRetour, type ReturnedPiece } from './read-retour.js';

const ACQUIT_NS = 'http://www.minefi.gouv.fr/cp/helios/pes_v2/Rev0/retour/v2';
const RETOUR_NS = 'http://www.minefi.gouv.fr/cp/helios/pes_v2/Rev0/retour';
const DECLARATION = '<?xml version="1.0" encoding="ISO-8859-1"?>';

function acquit(elements: string, start = DECLARATION): string {
  return `${start}<n:PES_ACQUIT xmlns:n="${ACQUIT_NS}"><Enveloppe><Parametres><Version V="2"/><NomFic V="PESORMC_1"/></Parametres></Enveloppe>
<EnTetePES><IdColl V="21120001200014"/><CodBud V="00"/></EnTetePES><ACQUIT><EnTeteAcquit><IdVer V="2"/></EnTeteAcquit>${elements}</ACQUIT></n:PES_ACQUIT>`;
}

const ACCEPTED =
  '<ElementACQUIT><DomaineAck V="6"/><EtatAck V="1"/><NumBord V="12"/><ExerciceBord V="2026"/></ElementACQUIT>';

const read = (text: string | Buffer) => readAcquit([typeof text === 'string' ? Buffer.from(text, 'latin1') : text]);

describe('an acquit', () => {
  it('says what entered', async () => {
    expect(await read(acquit(ACCEPTED))).toEqual({
      fileName: 'PESORMC_1',
      siret: '21120001200014',
      budget: '00',
      elements: [
        {
          domain: 6,
          accepted: true,
          bordereau: { number: 12, exercise: 2026 },
          attachmentId: null,
          errors: [],
          pieces: [],
        },
      ],
    });
  });

  it('says why the rest did not, by piece', async () => {
    const refused = `<ElementACQUIT><DomaineAck V="6"/><EtatAck V="0"/><NumBord V="0000012"/><ExerciceBord V="2026"/>
      <Erreur><NumAnoAck V="ERREUR_DOUBLON_BORDEREAU"/><LibelleAnoAck V="Bordereau d\xe9j\xe0 int\xe9gr\xe9"/></Erreur>
      <DetailPiece><NumPiece V="7"/><Erreur><NumAnoAck V="ERREUR_PJ"/></Erreur>
        <DetailLigne><NumLigne V="1"/><Erreur><LibelleAnoAck V="Civilit\xe9"/></Erreur></DetailLigne></DetailPiece></ElementACQUIT>`;
    const { elements } = await read(acquit(refused));
    expect(elements).toEqual([
      {
        domain: 6,
        accepted: false,
        bordereau: { number: 12, exercise: 2026 },
        attachmentId: null,
        errors: [{ code: 'ERREUR_DOUBLON_BORDEREAU', label: 'Bordereau déjà intégré' }],
        pieces: [
          {
            number: 7,
            errors: [
              { code: 'ERREUR_PJ', label: null },
              { code: null, label: 'Civilité' },
            ],
          },
        ],
      },
    ]);
  });

  it.each([
    ['in UTF-8 without saying so', Buffer.from(acquit(ACCEPTED, ''))],
    ['in UTF-8 with its mark', Buffer.from(`\ufeff${acquit(ACCEPTED, '<?xml version="1.0" encoding="utf-8"?>')}`)],
    ['by single bytes', Buffer.from(acquit(ACCEPTED))],
  ])('is read %s', async (_name, bytes) => {
    const alone = Array.from(bytes, (_byte, index) => bytes.subarray(index, index + 1));
    expect((await readAcquit(alone)).elements).toHaveLength(1);
  });
});

function retour(content: string): string {
  return `${DECLARATION}<n:PES_Retour xmlns:n="${RETOUR_NS}"><Enveloppe/><EnTetePES/>
<PES_DepenseRetour><Bordereau><BlocBordereau/><Piece><Mandat/></Piece></Bordereau></PES_DepenseRetour>
<PES_RecetteRetour>${content}</PES_RecetteRetour></n:PES_Retour>`;
}

const BLOCK = '<BlocBordereau><Exer V="2026"/><IdBord V="12"/><TypBord V="06"/></BlocBordereau>';

function piece(number: number, { state = '02', line = '05', collected = '45.6', more = '' } = {}): string {
  return `<Piece><BlocPiece><IdPce V="${number}"/><TypPce V="15"/><NatPce V="01"/>${more}<EtatPce V="${state}"/>
<InfoORMC><NumDette V="00000${2026000000 + number}"/><Per V="1"/></InfoORMC></BlocPiece>
<LigneDePiece><BlocLignePiece><InfoLignePiece><IdLigne V="1"/><EtatLigPce V="${line}"/><MtHT V="45.60"/></InfoLignePiece>
<InfoRecouvrement><NbrReco V="2"/><MtRecoTot V="${collected}"/></InfoRecouvrement></BlocLignePiece>
<EncaissementEmargement><OrgEma V="10"/><DteReco V="2026-12-20"/><MtReco V="40"/></EncaissementEmargement>
<EncaissementEmargement><OrgEma V="02"/><DteReco V="2026-12-28+01:00"/><MtReco V="5.6"/></EncaissementEmargement>
</LigneDePiece></Piece>`;
}

async function pieces(chunks: AsyncIterable<Buffer> | Iterable<Buffer>): Promise<ReturnedPiece[]> {
  const all: ReturnedPiece[] = [];
  for await (const one of readRetour(chunks)) all.push(one);
  return all;
}

describe('a PES Retour', () => {
  it('says what became of each piece, and what it brought', async () => {
    const [one] = await pieces([Buffer.from(retour(`<Bordereau>${BLOCK}${piece(17)}</Bordereau>`))]);
    expect(one).toEqual({
      bordereau: { exercise: 2026, number: 12, type: '06' },
      number: 17,
      type: '15',
      state: 'TAKEN',
      remark: null,
      takenOn: null,
      rejectedOn: null,
      debt: '2026000017',
      lines: [
        {
          number: 1,
          state: 'SETTLED',
          remark: null,
          cents: 4560,
          collectedCents: 4560,
          collections: [
            { origin: '10', on: Temporal.PlainDate.from('2026-12-20'), cents: 4000 },
            { origin: '02', on: Temporal.PlainDate.from('2026-12-28'), cents: 560 },
          ],
        },
      ],
    });
  });

  it.each([
    ['01', 'PENDING'],
    ['03', 'PARTLY_TAKEN'],
    ['04', 'REJECTED'],
    ['05', 'CANCELLED'],
  ])('the state %s is %s', async (state, name) => {
    const [one] = await pieces([Buffer.from(retour(`<Bordereau>${BLOCK}${piece(1, { state })}</Bordereau>`))]);
    expect(one!.state).toBe(name);
  });

  it.each([
    ['45', 4500],
    ['45.6', 4560],
    ['-45.60', -4560],
    ['45.600', 4560],
    ['0', 0],
    ['999999999999.99', 99_999_999_999_999],
  ])('%s € is %i cents', async (collected, cents) => {
    const [one] = await pieces([Buffer.from(retour(`<Bordereau>${BLOCK}${piece(1, { collected })}</Bordereau>`))]);
    expect(one!.lines[0]!.collectedCents).toBe(cents);
  });

  it('is read in a stream: a piece is told before the next one comes', async () => {
    async function* file(): AsyncGenerator<Buffer> {
      yield Buffer.from(retour('#').split('#')[0]!);
      yield Buffer.from(`<Bordereau>${BLOCK}`);
      for (let number = 1; number <= 2_000; number += 1) yield Buffer.from(piece(number));
      yield Buffer.from(`</Bordereau>${retour('#').split('#')[1]!}`);
    }
    let read = 0;
    let most = 0;
    for await (const { number } of readRetour(file())) {
      read += 1;
      most = Math.max(most, number - read);
    }
    expect([read, most]).toEqual([2_000, 0]);
  });
});

describe('a hostile or damaged file is refused in French', () => {
  const entity = (declaration: string, use: string) =>
    acquit(`<ElementACQUIT><DomaineAck V="${use}"/></ElementACQUIT>`, `${DECLARATION}<!DOCTYPE a [${declaration}]>`);

  it.each<[string, RegExp, string | Buffer]>([
    ['an external entity', /DOCTYPE/, entity('<!ENTITY x SYSTEM "file:///etc/passwd">', '&x;')],
    ['a billion laughs', /DOCTYPE/, entity('<!ENTITY a "aa"><!ENTITY b "&a;&a;">', '&b;')],
    ['an unknown entity', /abîmé/, acquit('<ElementACQUIT><DomaineAck V="&lol;"/></ElementACQUIT>')],
    ['another document', /n’est pas un acquit/, retour('')],
    ['another namespace', /n’est pas un acquit/, acquit(ACCEPTED).replace(ACQUIT_NS, 'urn:x')],
    ['half a file', /abîmé/, acquit(ACCEPTED).slice(0, -20)],
    ['an image', /abîmé|UTF-16/, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['nothing', /abîmé/, ''],
    ['UTF-16', /UTF-16/, Buffer.from(`\ufeff${acquit(ACCEPTED)}`, 'utf16le')],
    ['an unknown encoding', /UTF-7/, acquit(ACCEPTED, '<?xml version="1.0" encoding="UTF-7"?>')],
    [
      'Latin-1 that says UTF-8',
      /octets/,
      Buffer.from(acquit('<X V="\xe9"/>', '<?xml version="1.0" encoding="UTF-8"?>'), 'latin1'),
    ],
    ['no state', /EtatAck/, acquit('<ElementACQUIT><DomaineAck V="6"/></ElementACQUIT>')],
    ['no domain', /DomaineAck/, acquit('<ElementACQUIT><EtatAck V="1"/></ElementACQUIT>')],
    ['no element', /ne parle de rien/, acquit('')],
    ['a tower', /imbriqué/, acquit('<a>'.repeat(60) + '</a>'.repeat(60))],
    ['a text without end', /démesuré/, acquit(`<X V="${'a'.repeat(1_500_000)}"/>`)],
    ['a piece without end', /démesurée/, acquit(`<ElementACQUIT>${'<X/>'.repeat(210_000)}</ElementACQUIT>`)],
  ])('%s', async (_name, message, file) => {
    await expect(read(file)).rejects.toMatchObject({ name: 'Refusal', message: expect.stringMatching(message) });
  });

  it('a file of 200 Mo, after the first twenty', async () => {
    let sent = 0;
    async function* endless(): AsyncGenerator<Buffer> {
      yield Buffer.from(acquit('#').split('#')[0]!);
      for (; sent < 200; sent += 1) yield Buffer.from(ACCEPTED.padEnd(1_000_000, ' '));
    }
    await expect(readAcquit(endless())).rejects.toMatchObject({ message: expect.stringContaining('20 Mo') });
    expect(sent).toBeLessThan(25);
  });

  it.each([
    [/« 99 »/, piece(1, { state: '99' })],
    [/montant/, piece(1, { collected: '45,60' })],
    [/montant/, piece(1, { collected: '1e9' })],
    [/date/, piece(1).replace('2026-12-20', '20/12/2026')],
    [/nombre/, piece(1).replace('<IdPce V="1"/>', '<IdPce V="-1"/>')],
    [/BlocPiece/, '<Piece/>'],
    [/InfoLignePiece/, piece(1).replace(/<InfoLignePiece>.*<\/InfoLignePiece>/, '')],
  ])('a piece that says %s', async (message, bad) => {
    await expect(pieces([Buffer.from(retour(`<Bordereau>${BLOCK}${bad}</Bordereau>`))])).rejects.toMatchObject({
      name: 'Refusal',
      message: expect.stringMatching(message),
    });
  });

  it('a piece in no bordereau', async () => {
    await expect(pieces([Buffer.from(retour(piece(1)))])).rejects.toMatchObject({ name: 'Refusal' });
  });
});
