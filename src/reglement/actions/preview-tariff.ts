import { Injectable } from '@nestjs/common';
import { FindCalendar } from '../../calendar/index.js';
import { typeset } from '../../kernel/french.js';
import type { FieldError } from '../../kernel/problem.js';
import { reglementProblems } from '../problems.js';
import { parseCase } from '../rules/pricing/parse-case.js';
import { parseTariff } from '../rules/pricing/parse-tariff.js';
import { type PreviewedCase, previewCases } from '../rules/pricing/preview-cases.js';
import { tariffWarnings } from '../rules/pricing/tariff-warnings.js';

const MOST_CASES = 1000;

/** What a tariff would ask in cases that a mairie imagines. Nothing is stored. */
@Injectable()
export class PreviewTariff {
  constructor(private readonly findCalendar: FindCalendar) {}

  /** Throws NOT_FOUND, and TARIFF_NOT_VALID with all that is wrong in the tariff and in the cases. */
  async run(
    collectiviteId: number,
    asked: { readonly tariff?: unknown; readonly cases?: unknown },
  ): Promise<{ readonly cases: readonly PreviewedCase[]; readonly warnings: readonly string[] }> {
    const errors: FieldError[] = [];
    const read = parseTariff(asked.tariff);
    if ('errors' in read) errors.push(...read.errors);
    const cases = listOf(asked.cases, errors).map((one, index) => parseCase(one, `cases[${index}]`, errors));
    if ('errors' in read || errors.length > 0) throw notValid(errors);
    const calendar = await this.findCalendar.run(collectiviteId, null);
    const previewed = previewCases(read.tariff, cases, calendar);
    if (previewed.errors.length > 0) throw notValid(previewed.errors);
    return { cases: previewed.cases, warnings: [...tariffWarnings(read.tariff), ...previewed.warnings] };
  }
}

function listOf(json: unknown, errors: FieldError[]): unknown[] {
  if (Array.isArray(json) && json.length <= MOST_CASES) return json;
  errors.push({ field: 'cases', message: `Donnez une liste de cas, ${MOST_CASES} au plus.` });
  return [];
}

function notValid(errors: readonly FieldError[]) {
  return reglementProblems.TARIFF_NOT_VALID(
    typeset('Ce tarif, ou un de ces cas, ne peut pas se comprendre : corrigez les champs signalés.'),
    { errors },
  );
}
