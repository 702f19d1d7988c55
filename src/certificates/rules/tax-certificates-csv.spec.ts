import { expect, it } from '@jest/globals';
import type { TaxCertificate } from './tax-certificate.js';
import { taxCertificatesCsv } from './tax-certificates-csv.js';

it('the certificates of a year are a table with a line for each child', () => {
  const certificate = {
    number: 'AF-2026-000001',
    family: { familyId: 12, names: ['Camille DURAND', 'Paul DURAND'], addressLines: [] },
    children: [
      { name: 'Zoé DURAND', birthDate: '2021-03-07', services: [], cents: 12_345 },
      { name: '=Léo', birthDate: '2022-12-31', services: [], cents: 7 },
    ],
  } as unknown as TaxCertificate;
  expect(taxCertificatesCsv([certificate]).slice(1).split('\r\n')).toEqual([
    'Attestation;Famille;Adultes;Enfant;Né(e) le;Garde payée, hors repas',
    'AF-2026-000001;12;Camille DURAND et Paul DURAND;Zoé DURAND;07/03/2021;123,45',
    "AF-2026-000001;12;Camille DURAND et Paul DURAND;'=Léo;31/12/2022;0,07",
    '',
  ]);
});
