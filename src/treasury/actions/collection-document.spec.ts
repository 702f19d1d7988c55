import { spawnSync } from 'node:child_process';
import { describe, expect, it } from '@jest/globals';
import { Temporal } from '../../kernel/civil-time.js';
import { euros } from '../../kernel/french.js';
import { renderPdf } from '../../platform/pdf/index.js';
import { MEANS_OF_PAYMENT } from '../../payments/rules/index.js';
import { meansName } from '../rules/means-order.js';
import type { ReportContent } from '../rules/report-content.js';
import { collectionDocument, type ReportToPrint } from './collection-document.js';

const EACH = 12_345_678;

/** A big city: three prestations, each paid by the first `count` means. */
function reportOf(count: number, told: Partial<ReportToPrint> = {}) {
  const means = MEANS_OF_PAYMENT.slice(0, count).map(({ code }) => code);
  const labels = [
    'Cantine – Groupe scolaire Simone-Veil',
    'Garderie du matin – École Les Tilleuls',
    'Mercredi – Le Parc',
  ];
  const content: ReportContent = {
    byPrestation: labels.map((label, index) => ({
      ...{ prestationId: index + 1, label, chapter: '70', productCode: 'CANT', operations: 1234 },
      imputation: { nature: '7067', function: '281' },
      cents: EACH * count,
      byMeans: Object.fromEntries(means.map((code) => [code, EACH])),
    })),
    byMeans: means.map((code) => ({ means: code, label: meansName(code), operations: 1234, cents: 3 * EACH })),
    totalCents: 3 * EACH * count,
    operations: 12_345,
    collectivite: { name: 'Ville de Grandlieu', siret: null, addressLines: [], phone: '', email: '' },
    ...{ regie: null, regisseur: 'Odile Ferrand', from: '2026-11-01', to: '2026-11-30' },
    ...{ firstReceipt: 'Q-2026-000001', lastReceipt: 'Q-2026-012345' },
  };
  const madeAt = Temporal.Instant.from('2026-12-01T00:00:00Z');
  return collectionDocument({ year: 2026, number: 'E-2026-0012', madeAt, content, ...told }, 'Europe/Paris');
}

it.each<[told: Partial<ReportToPrint>, title: string, frames: number]>([
  [{}, 'État récapitulatif des encaissements n°\u00a0E-2026-0012', 3],
  [{ number: null, asked: [['Seulement le moyen', 'chèque']] }, 'Aperçu de l’état des encaissements', 1],
])('told %j, it is called « %s » and has %s frames to sign', (told, title, frames) => {
  const { content, legal, ...head } = reportOf(1, told);
  expect(head.title).toBe(title);
  expect(legal).toContain(told.number === null ? 'Aperçu, ' : 'État E-2026-0012, ');
  expect(content.at(-1)).toMatchObject({ kind: 'signatures', frames: Array.from({ length: frames }, () => ({})) });
  for (const row of told.asked ?? [])
    expect(content).toContainEqual(expect.objectContaining({ kind: 'keyValues', rows: expect.arrayContaining([row]) }));
});

const poppler = spawnSync('pdftotext', ['-v']).error === undefined;
if (!poppler) console.warn('pdftotext is not installed: the état is not read back');

(poppler ? describe : describe.skip)('the état d’encaissement on paper', () => {
  const spaced = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');
  async function lines(count: number): Promise<string> {
    const pdf = await renderPdf(reportOf(count));
    return spaced(spawnSync('pdftotext', ['-layout', '-', '-'], { input: pdf }).stdout.toString());
  }

  it.each(MEANS_OF_PAYMENT.map((_, index) => [index + 1]))(
    'of %s means breaks no amount and no heading',
    async (count) => {
      const text = await lines(count);
      const shown = (cents: number) => text.split(spaced(euros(cents))).length - 1;
      expect(shown(EACH)).toBeGreaterThanOrEqual(3 * count);
      expect(shown(3 * EACH)).toBeGreaterThanOrEqual(2 * count);
      expect(text).toMatch(new RegExp(`Total A .*${spaced(euros(3 * EACH * count))}`));
      for (const header of ['Chapitre', 'Nature', 'Fonction', 'Produit', 'Opérations', 'CANT']) {
        expect(text).toContain(header);
      }
    },
  );
});
