import { percent } from './chance.js';
import type { Client, Json } from './client.js';
import type { Household } from './households.js';

export interface OnlineCounts {
  paid: number;
  givenUp: number;
  cents: number;
}

/** One family in four pays what it owes on PayFiP's page, which is simulated; a few give up there. */
export async function payOnline(
  nobody: Client,
  households: readonly Household[],
  week: number,
  counts: OnlineCounts,
): Promise<void> {
  for (const { familyId, email, acting } of households) {
    if (email === null || percent('online', familyId) >= 25) continue;
    const waiting = await acting.all(`/families/${familyId}/invoices?state=waiting`);
    const year = (waiting[0]?.issuedOn as string | undefined)?.slice(0, 4);
    const ofYear = waiting.filter(({ issuedOn }) => (issuedOn as string).startsWith(year!));
    if (ofYear.length === 0) continue;
    const invoiceIds = ofYear.map(({ invoiceId }) => invoiceId as number);
    const { redirectUrl, cents }: Json = await acting.post(`/families/${familyId}/online-payments`, { invoiceIds });
    const givesUp = percent('gives up', familyId, week) < 15;
    await clickAndReturn(nobody, redirectUrl as string, givesUp ? 'A' : 'P');
    if (givesUp) counts.givenUp += 1;
    else {
      counts.paid += 1;
      counts.cents += cents as number;
    }
  }
}

/** What a browser does: the page, a click on it, and back to the service wherever that listens today. */
export async function clickAndReturn(nobody: Client, redirectUrl: string, choix: 'P' | 'A'): Promise<void> {
  const idop = new URL(redirectUrl).searchParams.get('idop')!;
  await fetch(redirectUrl.replace(/\?.*/, ''), {
    method: 'POST',
    redirect: 'manual',
    body: new URLSearchParams({ idop, choix }),
  });
  await nobody.download(`/payfip/returns?idop=${idop}`);
}
