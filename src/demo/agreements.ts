/** What the commune agreed with its Trésorerie, and with the DDFiP that holds the account of its régie. None exists. */

const SGC = { street: '2 rue du Trésor', postalCode: '99120', city: 'VALMONT-SUR-ORLE' } as const;

export const TREASURY = {
  mode: 'TITRE',
  codique: '099120',
  siret: '21990120400012',
  collectiviteCode: '120',
  budgetCode: '00',
  budgetLabel: 'Budget principal – Valmont-sur-Orle',
  regieNumber: 'REG01',
  makesRegieTitre: true,
  notices: 'DGFIP',
  notice: {
    signatory: { name: 'Castan', firstName: 'Hélène', role: 'Maire' },
    court: 'tribunal administratif de Valmont-sur-Orle',
    treasury: { name: 'SGC de Valmont-sur-Orle', address: SGC },
    paymentCentre: { name: 'Centre d’encaissement', address: SGC },
    slip: { establishment: '012', revenue: 'CA', emitter: '990120' },
    online: { code: '099121', url: 'https://www.payfip.gouv.fr' },
  },
} as const;

/** The codes of the products in the accounts of the commune, by prestation. */
export const PRODUCT_CODES: Readonly<Record<string, string>> = {
  Cantine: 'CANT',
  'Garderie du matin': 'GARM',
  'Garderie du soir': 'GARS',
  Mercredi: 'MERC',
  Vacances: 'VACA',
  'Stage de cirque': 'STAG',
};

export const DIRECT_DEBIT = {
  offered: true,
  mode: 'REGIE_DFT',
  ics: 'FR72ZZZ123456',
  creditorName: 'Mairie de Valmont-sur-Orle',
  mandatePrefix: 'ORLE',
  noticeDays: 14,
  firstSequence: 'RCUR',
  painVersion: 'pain.008.001.08',
  dftService: 'TGDFT099',
  ddfipCodique: '099000',
  ddfipName: 'DDFiP de Valmont-sur-Orle',
  creditedIban: 'FR76 3000 1007 9412 3456 7890 185',
  creditedBic: 'BDFEFRPP',
  dftIban: 'FR76 3000 6000 0112 3456 7890 189',
} as const;

/** Accounts that banks print as examples. */
export const EXAMPLE_IBANS = [
  'FR76 3000 6000 0112 3456 7890 189',
  'FR76 1010 7001 0112 3456 7890 129',
  'FR76 1131 5000 0112 3456 7890 138',
  'FR76 3000 1007 9412 3456 7890 185',
] as const;
