import { Injectable } from '@nestjs/common';
import { schoolYearOf, schoolYearSpan } from '../../../calendar/index.js';
import { AddMenuType, CreateSite, FindCollectivite, menuLabelFault } from '../../../collectivites/index.js';
import { dateIn } from '../../../kernel/civil-time.js';
import { foldedText } from '../../../kernel/folded-text.js';
import { Audit } from '../../../platform/audit/audit.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import { TakeTurn } from '../../data/take-turn.js';
import { familiesProblems } from '../../problems.js';
import { type ImportChanges, importChanges, type ImportDates, newLabels } from '../../rules/import-changes.js';
import type { ColumnMapping } from '../../rules/import-columns.js';
import { countsOf, type ImportAnswer, refusalOf, writesNothing } from '../../rules/import-answer.js';
import { planImport } from '../../rules/import-plan.js';
import type { ImportPlan } from '../../rules/import-shape.js';
import type { KnownRegister } from '../../rules/known-register.js';
import { LoadRegister } from '../load-register.js';
import { WriteImport } from './write-import.js';

export interface FileToImport {
  readonly bytes: Uint8Array;
  readonly mapping?: ColumnMapping | undefined;
  /** True reads and compares, and writes nothing. */
  readonly dryRun: boolean;
  readonly accountId: number | null;
}

/** Brings the families of a mairie's other software into the register: all of a file, or nothing. */
@Injectable()
export class ImportFamilies {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly findCollectivite: FindCollectivite,
    private readonly createSite: CreateSite,
    private readonly addMenuType: AddMenuType,
    private readonly takeTurn: TakeTurn,
    private readonly loadRegister: LoadRegister,
    private readonly writeImport: WriteImport,
  ) {}

  /** Throws IMPORT_REFUSED when a real import has any error, IMPORT_DISTURBED when the register moved under it. */
  async run(collectiviteId: number, file: FileToImport): Promise<ImportAnswer> {
    const now = this.clock.now();
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    const today = dateIn(timeZone, now);
    const dates = { today, schoolYearStart: schoolYearSpan(schoolYearOf(today)).from };
    const { mapping } = file;
    const plan = planImport(file.bytes, { today, menuFault: menuLabelFault, ...(mapping ? { mapping } : {}) });
    if (file.dryRun) return this.compare(collectiviteId, plan, dates);
    if (plan.errors.length > 0) throw refusalOf(plan);
    try {
      return await this.database.unit(() => this.write(collectiviteId, plan, dates, file.accountId));
    } catch (error) {
      if (!this.database.isDuplicateKey(error)) throw error;
      throw familiesProblems.IMPORT_DISTURBED(
        'Le fichier des familles a changé pendant l’import et rien n’a été enregistré. Relancez l’import.',
      );
    }
  }

  private async compare(collectiviteId: number, plan: ImportPlan, dates: ImportDates): Promise<ImportAnswer> {
    const known = await this.loadRegister.run(collectiviteId, plan);
    const labels = newLabels(plan, known);
    const changes = importChanges(plan, withLabels(known, labels), dates);
    return { dryRun: true, plan, changes, labels, counts: countsOf(plan, changes) };
  }

  private async write(
    collectiviteId: number,
    plan: ImportPlan,
    dates: ImportDates,
    accountId: number | null,
  ): Promise<ImportAnswer> {
    await this.takeTurn.run(collectiviteId);
    const before = await this.loadRegister.run(collectiviteId, plan);
    const labels = newLabels(plan, before);
    const sites = new Map(before.sites);
    const menuTypes = new Map(before.menuTypes);
    for (const label of labels.sites) {
      const id = await this.createSite.run(collectiviteId, { name: label, kind: 'SCHOOL' });
      sites.set(foldedText(label), { id, label });
    }
    for (const label of labels.menuTypes) {
      menuTypes.set(foldedText(label), await this.addMenuType.run(collectiviteId, label));
    }
    const usualMenuTypeId = before.usualMenuTypeId || (await this.usualMenu(collectiviteId, menuTypes));
    const changes = importChanges(plan, { ...before, sites, menuTypes, usualMenuTypeId }, dates);
    const counts = countsOf(plan, changes);
    const answer = { dryRun: false, plan, changes, labels, counts };
    if (writesNothing(answer)) return answer;
    await this.writeImport.run(collectiviteId, changes, this.clock.now());
    await this.audit.record({
      collectiviteId,
      accountId,
      action: 'family.imported',
      subject: `collectivite:${collectiviteId}`,
      detail: { ...counts, sites: labels.sites.length, menuTypes: labels.menuTypes.length },
    });
    return answer;
  }

  private async usualMenu(collectiviteId: number, menuTypes: Map<string, { id: number; label: string }>) {
    const standard = menuTypes.get('standard') ?? [...menuTypes.values()][0];
    if (standard) return standard.id;
    const added = await this.addMenuType.run(collectiviteId, 'Standard');
    menuTypes.set('standard', added);
    return added.id;
  }
}

/** In a dry run, what would be created stands under ids that no row has. */
function withLabels(known: KnownRegister, labels: ReturnType<typeof newLabels>): KnownRegister {
  const added = (names: readonly string[]) =>
    names.map((label, index) => [foldedText(label), { id: -1 - index, label }] as const);
  return {
    ...known,
    sites: new Map([...known.sites, ...added(labels.sites)]),
    menuTypes: new Map([...known.menuTypes, ...added(labels.menuTypes)]),
  };
}

export type { ImportChanges };
