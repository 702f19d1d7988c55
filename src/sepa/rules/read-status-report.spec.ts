import { describe, expect, it } from '@jest/globals';
import { readStatusReport } from './read-status-report.js';
import { REJECT_REASONS, rejectReason } from './reject-reason.js';

interface Told {
  readonly version?: string;
  readonly group?: string;
  readonly payments?: string;
}

function report({ version = '03', group = '<GrpSts>PART</GrpSts>', payments = '' }: Told): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.002.001.${version}"><CstmrPmtStsRpt>
  <GrpHdr><MsgId>R-1</MsgId><CreDtTm>2026-12-16T08:00:00</CreDtTm></GrpHdr>
  <OrgnlGrpInfAndSts><OrgnlMsgId>TGDFT027-DFT-SDD-26330-001</OrgnlMsgId><OrgnlMsgNmId>pain.008</OrgnlMsgNmId>${group}</OrgnlGrpInfAndSts>
  ${payments}
</CstmrPmtStsRpt></Document>`;
}

const transaction = (id: string, status: string, reason: string, amount = '') =>
  `<TxInfAndSts><OrgnlEndToEndId>${id}</OrgnlEndToEndId><TxSts>${status}</TxSts>${reason}${amount && `<OrgnlTxRef><Amt><InstdAmt Ccy="EUR">${amount}</InstdAmt></Amt></OrgnlTxRef>`}</TxInfAndSts>`;
const because = (code: string, more = '') => `<StsRsnInf><Rsn><Cd>${code}</Cd></Rsn>${more}</StsRsnInf>`;

describe('a status report', () => {
  it('tells the debits that come back, and leaves the others', () => {
    const payments = `<OrgnlPmtInfAndSts><OrgnlPmtInfId>lot</OrgnlPmtInfId>
      ${transaction('1D01', 'RJCT', because('AM04'), '45.6')}
      ${transaction('1D02', 'ACSC', '')}
      ${transaction('1D03', 'RJCT', because('AC04', '<AddtlInf>Compte</AddtlInf><AddtlInf>clos &amp; soldé</AddtlInf>'), '0.01')}
      ${transaction('1D04', 'RJCT', '<StsRsnInf><Rsn><Prtry>Inconnu</Prtry></Rsn></StsRsnInf>')}
      ${transaction('1D05', 'RJCT', '')}</OrgnlPmtInfAndSts>`;
    expect(readStatusReport(report({ payments }))).toEqual({
      reportId: 'R-1',
      messageId: 'TGDFT027-DFT-SDD-26330-001',
      wholeFile: null,
      groups: [],
      rejects: [
        { endToEndId: '1D01', reason: 'AM04', detail: null, cents: 4_560 },
        { endToEndId: '1D03', reason: 'AC04', detail: 'Compte clos & soldé', cents: 1 },
        { endToEndId: '1D04', reason: 'MS03', detail: null, cents: null },
        { endToEndId: '1D05', reason: 'MS03', detail: null, cents: null },
      ],
    });
  });

  it('tells a file or a group that was refused whole', () => {
    const group = `<GrpSts>RJCT</GrpSts>${because('FF01')}`;
    expect(readStatusReport(report({ group })).wholeFile).toEqual({ reason: 'FF01', detail: null });
    const payments = `<OrgnlPmtInfAndSts><OrgnlPmtInfId>lot</OrgnlPmtInfId><PmtInfSts>RJCT</PmtInfSts>${because('DT01')}</OrgnlPmtInfAndSts>`;
    expect(readStatusReport(report({ payments })).groups).toEqual([{ id: 'lot', reason: 'DT01', detail: null }]);
  });

  it('may be of a later version, and prefixed', () => {
    expect(readStatusReport(report({ version: '10' })).reportId).toBe('R-1');
    const prefixed = report({})
      .replace(/<(\/?)(?=\w)/g, '<$1p:')
      .replace('xmlns=', 'xmlns:p=');
    expect(readStatusReport(prefixed).messageId).toBe('TGDFT027-DFT-SDD-26330-001');
  });

  it.each([
    ['', 'nothing'],
    ['bonjour', 'a text'],
    ['<Document/>', 'another document'],
    [report({ version: '03' }).replace('pain.002.001.03', 'camt.053.001.02'), 'another message'],
    [report({}).replace('CstmrPmtStsRpt>', 'Other>'), 'cut tags'],
    [report({}).replace(/<OrgnlMsgId>.*?<\/OrgnlMsgId>/, ''), 'no file named'],
    [report({}).replace('<Document', '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><Document'), 'an entity'],
    [`<Document>${'<a>'.repeat(200)}${'</a>'.repeat(200)}</Document>`, 'a well'],
    ['x'.repeat(20_000_001), 'too long'],
  ])('is refused when it is something else', (xml) => {
    expect(() => readStatusReport(xml)).toThrow(SyntaxError);
  });
});

describe('why a debit comes back', () => {
  it.each([
    ['AM04', 'provision insuffisante', 'KEPT'],
    ['AC04', 'compte clôturé', 'SUSPENDED'],
    ['MD01', 'absence de mandat', 'SUSPENDED'],
    ['MD06', 'remboursement demandé par le débiteur', 'KEPT'],
    ['ZZ99', 'motif ZZ99 de la banque', 'SUSPENDED'],
  ])('%s: %s, %s', (code, label, mandate) => {
    expect(rejectReason(code)).toEqual({ code, label, mandate });
  });

  it('has each code once', () => {
    const codes = REJECT_REASONS.map(({ code }) => code);
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes.every((code) => /^[A-Z]{2,4}\d{0,2}$/.test(code) && code.length === 4)).toBe(true);
  });
});
