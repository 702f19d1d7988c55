import type { MoneyCast } from './money.js';

/** The régisseuse takes her cheques and her cash to the Trésorerie, each means on a bordereau of its own. */

export async function remitCheques({ commune: { collectiviteId, regisseur } }: MoneyCast): Promise<void> {
  await regisseur.post(`/collectivites/${collectiviteId}/remittances`, { means: 'CHEQUE' });
}

/** What came since; a cheque that the bank sent back meanwhile is taken off. */
export async function remitAgain(cast: MoneyCast): Promise<void> {
  const { collectiviteId, regisseur } = cast.commune;
  await remitCheques(cast);
  await regisseur.post(`/collectivites/${collectiviteId}/remittances`, { means: 'CASH' });
}
