import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { accountFaults, typedAccount } from './bank-account.js';
import { announcedByInvoice, debitDateOf } from './debit-notice.js';
import { type MandateState, nextSequence, standingOn } from './mandate-state.js';
import { mandateText } from './mandate-text.js';
import { type SepaSettings, settingsFaults } from './sepa-settings.js';

const on = (date: string) => Temporal.PlainDate.from(date);

describe('how a mandate stands', () => {
  it.each<[MandateState, string, string | null, string, string]>([
    ['ACTIVE', '2026-09-01', null, '2026-09-01', 'ACTIVE'],
    ['ACTIVE', '2026-09-01', null, '2029-09-01', 'ACTIVE'],
    ['ACTIVE', '2026-09-01', null, '2029-09-02', 'LAPSED'],
    ['ACTIVE', '2026-09-01', '2027-01-05', '2029-09-02', 'ACTIVE'],
    ['ACTIVE', '2026-09-01', '2027-01-05', '2030-01-06', 'LAPSED'],
    ['SUSPENDED', '2026-09-01', null, '2027-09-01', 'SUSPENDED'],
    ['SUSPENDED', '2026-09-01', null, '2029-09-02', 'LAPSED'],
    ['REVOKED', '2020-09-01', null, '2029-09-02', 'REVOKED'],
    ['REPLACED', '2020-09-01', null, '2029-09-02', 'REPLACED'],
  ])('%s, signed on %s, last used on %s: on %s it is %s', (state, signed, used, date, expected) => {
    const lastUsedOn = used === null ? null : on(used);
    expect(standingOn({ state, signedOn: on(signed), lastUsedOn }, on(date))).toBe(expected);
  });

  it('begins as the collectivité is used to, and goes on as a recurrent one', () => {
    expect(nextSequence(null, 'FRST')).toBe('FRST');
    expect(nextSequence(null, 'RCUR')).toBe('RCUR');
    expect(nextSequence(on('2026-12-15'), 'FRST')).toBe('RCUR');
  });
});

describe('the day of a debit', () => {
  it.each<[string, string, number, string, string]>([
    ['2026-11-02', '2026-12-02', 14, '2026-12-02', 'the due date'],
    ['2026-11-25', '2026-12-02', 14, '2026-12-09', 'told too late for the due date'],
    ['2026-11-02', '2026-12-05', 14, '2026-12-07', 'a Saturday'],
    ['2026-12-11', '2026-12-25', 14, '2026-12-28', 'Christmas, then a week-end'],
    ['2026-11-02', '2026-11-16', 14, '2026-11-16', 'the last day that is early enough'],
    ['2026-11-02', '2026-11-16', 5, '2026-11-16', 'a shorter notice'],
  ])('issued on %s, due on %s, told %i days before: %s (%s)', (issued, due, notice, expected) => {
    expect(debitDateOf({ issuedOn: on(issued), dueOn: on(due) }, notice).toString()).toBe(expected);
  });

  it('was told by the invoice when the mandate was there', () => {
    expect(announcedByInvoice(on('2026-11-02'), on('2026-11-02'))).toBe(true);
    expect(announcedByInvoice(on('2026-11-03'), on('2026-11-02'))).toBe(false);
  });
});

describe('an account as it is typed', () => {
  it('is kept in one form', () => {
    const typed = { iban: 'fr76 3000 6000 0112 3456 7890 189', bic: ' agri frpp ', holder: 'Zoé O’Hara' };
    expect(typedAccount(typed)).toEqual({
      iban: 'FR7630006000011234567890189',
      bic: 'AGRIFRPP',
      holder: 'Zoé O’Hara',
    });
    expect(typedAccount({ ...typed, bic: '' }).bic).toBeNull();
  });

  it.each<[string, string | null, string, string[]]>([
    ['FR7630006000011234567890189', null, 'Zoé', []],
    ['FR7630006000011234567890188', 'X', 'Zoé', ['iban']],
    ['BE68539007547034', null, 'Zoé', ['bic']],
    ['FR7630006000011234567890189', 'X', '👶', ['bic', 'holder']],
  ])('%s, %s, %s: %j', (iban, bic, holder, fields) => {
    expect(accountFaults({ iban, bic, holder }).map(({ field }) => field)).toEqual(fields);
  });
});

describe('the text of a mandate', () => {
  it('names the creditor, its identifier and the notice', () => {
    const text = mandateText({ creditorName: 'Mairie de Valmont', ics: 'FR72ZZZ123456', noticeDays: 14 }).join('\n');
    for (const said of ['Mairie de Valmont', 'FR72ZZZ123456', '14 jours', '8 semaines', '13 mois', '36 mois'])
      expect(text).toContain(said);
  });
});

describe('settings of debits', () => {
  const titre: SepaSettings = {
    ...{ offered: true, mode: 'TITRE', ics: 'FR72ZZZ123456', creditorName: 'Mairie', mandatePrefix: 'CAN' },
    ...{ noticeDays: 14, firstSequence: 'RCUR', painVersion: 'pain.008.001.08' },
    ...{ dftService: null, ddfipCodique: null, ddfipName: null, ddfipStreet: null, ddfipPostalCode: null },
    ...{ ddfipCity: null, creditedIban: null, creditedBic: null, dftIban: null },
  };
  const dft: SepaSettings = {
    ...titre,
    ...{ mode: 'REGIE_DFT', dftService: 'TGDFT034', ddfipCodique: '034000', ddfipName: 'DDFiP' },
    ...{ creditedIban: 'FR7630001007941234567890185', creditedBic: 'BDFEFRPP' },
    dftIban: 'FR7630006000011234567890189',
  };
  it.each<[SepaSettings, string[]]>([
    [titre, []],
    [dft, []],
    [{ ...titre, mandatePrefix: 'can é' }, ['mandatePrefix']],
    [
      { ...titre, mode: 'REGIE_DFT' },
      ['dftService', 'ddfipCodique', 'ddfipName', 'creditedIban', 'creditedBic', 'dftIban'],
    ],
    [{ ...dft, ddfipCity: 'Montpellier' }, ['ddfipCity']],
    [{ ...dft, ddfipCity: 'Montpellier', ddfipPostalCode: '340' }, ['ddfipCity']],
    [{ ...dft, ddfipCity: 'Montpellier', ddfipPostalCode: '34000' }, []],
  ])('%#', (settings, fields) => {
    expect(settingsFaults(settings).map(({ field }) => field)).toEqual(fields);
  });
});
