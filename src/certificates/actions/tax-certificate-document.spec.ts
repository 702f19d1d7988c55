import { expect, it } from '@jest/globals';
import { typeset } from '../../kernel/french.js';
import { taxCertificateDocument } from './tax-certificate-document.js';

it.each([
  { names: ['Anne DURAND'], children: ['Léa DURAND'], from: 'd’Anne DURAND', about: 'de l’enfant nommé' },
  {
    names: ['Anne DURAND', 'Luc PETIT'],
    children: ['Léa DURAND', 'Tom PETIT'],
    from: 'd’Anne DURAND et Luc PETIT',
    about: 'des enfants nommés',
  },
])('is addressed to $names for $children', ({ names, children, from, about }) => {
  const { content } = taxCertificateDocument({
    ...{ number: 'AF-2026-000001', taxYear: 2026, issuedOn: '2027-01-05', totalCents: 100 * children.length },
    collectivite: {
      ...{ name: 'Mairie de Valmont', addressLines: [], siret: null, phone: '', email: '', city: 'VALMONT' },
    },
    signatory: { name: null, title: 'Le régisseur' },
    family: { familyId: 1, names, addressLines: [] },
    children: children.map((name) => ({ name, birthDate: '2022-05-06', services: [], cents: 100 })),
  });
  expect(content).toContainEqual({
    kind: 'paragraph',
    text: typeset(
      `La mairie de Valmont atteste avoir reçu ${from}, du 1er janvier au 31 décembre 2026, les sommes suivantes pour la garde, hors repas, ${about} ci-dessous :`,
    ),
  });
});
