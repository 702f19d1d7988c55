import { describe, expect, it } from '@jest/globals';
import { type LegalNotice, missingIn, NOTHING_TOLD } from './legal-notice.js';

const WHOLE: LegalNotice = {
  publicationDirector: 'Marianne Soulier, maire',
  hostName: 'Orle Hébergement',
  hostAddress: '12 rue du Moulin, 99120 Valmont-sur-Orle',
  hostPhone: '04 65 71 00 90',
  dataProtectionOfficer: 'Délégué mutualisé du centre de gestion',
  dataProtectionEmail: 'dpo@cdg99.example',
};

describe('what a legal notice lacks', () => {
  it.each<[string, LegalNotice, RegExp[]]>([
    ['nothing, when all is told', WHOLE, []],
    ['the phone of the host', { ...WHOLE, hostPhone: null }, [/téléphone de l’hébergeur/]],
    [
      'whom one writes to about one’s data',
      { ...WHOLE, dataProtectionOfficer: null, dataProtectionEmail: null },
      [/^le délégué/, /adresse électronique du délégué/],
    ],
    [
      'everything, before anything is told',
      NOTHING_TOLD,
      [
        /directeur de la publication/,
        /nom de l’h/,
        /adresse de l’h/,
        /téléphone de l’h/,
        /^le délégué/,
        /électronique/,
      ],
    ],
  ])('%s', (_, notice, expected) => {
    expect(missingIn(notice)).toEqual(expected.map((words) => expect.stringMatching(words)));
  });
});
