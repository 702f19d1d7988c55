import { ProductCodes } from '../../../src/claims/index.js';
import { SaveTreasurySettings } from '../../../src/claims/actions/settings/save-treasury-settings.js';
import { USUAL_SETTINGS } from '../../../src/claims/rules/treasury-settings.js';
import { Temporal } from '../../../src/kernel/civil-time.js';
import { ChangeSepaSettings } from '../../../src/mandates/actions/change-sepa-settings.js';
import type { SepaSettings } from '../../../src/mandates/index.js';
import type { RunningService } from '../application.js';
import { DFT_SETTINGS } from '../debited-families.js';

const TREASURY_SETTINGS = {
  ...USUAL_SETTINGS,
  ...{ mode: 'TITRE' as const, codique: '034012', siret: '21120001200014', collectiviteCode: '123' },
  ...{ budgetCode: '00', budgetLabel: 'Budget principal', leastCents: 500 },
};

const SEPA_SETTINGS = {
  ...DFT_SETTINGS,
  ...{ ddfipStreet: null, ddfipPostalCode: null, ddfipCity: null },
} as SepaSettings;

/** The number under which PayFiP knows a commune. */
export function numcliOf(collectiviteId: number): string {
  return String(collectiviteId).padStart(6, '0');
}

/** What a commune entered before its first day: PayFiP, the Trésorerie, direct debits. */
export async function enterSettings(
  { app, fixtures }: RunningService,
  asked: { readonly collectiviteId: number; readonly prestationIds: readonly number[]; readonly accountId: number },
): Promise<void> {
  const { collectiviteId, prestationIds, accountId } = asked;
  await fixtures.row('payfip_settings', {
    ...{ collectivite_id: collectiviteId, active: 1, numcli: numcliOf(collectiviteId), mode: 'W' },
    ...{ several_invoices: 1, most_cents: 9_999_999, reference_form: 'NUMBER', updated_at: 0 },
  });
  await app.get(SaveTreasurySettings).run(collectiviteId, TREASURY_SETTINGS, accountId);
  const code = { fromDate: Temporal.PlainDate.from('2026-09-01'), code: 'PERI', chapter: '70' };
  for (const prestationId of prestationIds) await app.get(ProductCodes).set(collectiviteId, { prestationId, ...code });
  await app.get(ChangeSepaSettings).run(collectiviteId, SEPA_SETTINGS, accountId);
}
