import { Injectable } from '@nestjs/common';
import { FindSites, nameKey } from '../../collectivites/index.js';
import { type Weekday, weekdaysText } from '../../kernel/civil-time.js';
import { typeset } from '../../kernel/french.js';
import type { FieldError } from '../../kernel/problem.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { PrestationRow } from '../data/prestation.entity.js';
import { prestationsProblems } from '../problems.js';
import type { PaymentMode, PrestationKind } from '../rules/prestation-kind.js';
import type { Supervision } from '../rules/staff-ratio.js';
import type { RunsOn } from '../../reglement/index.js';
import { EnrolFromWishes } from './enrolments/enrol-from-wishes.js';
import { FindPrestations } from './find-prestations.js';

/** What the mairie decides of a prestation; hours are `HH:MM` on the wall clock. */
export interface PrestationSettings {
  readonly name: string;
  readonly kind: PrestationKind;
  readonly weekdays: readonly Weekday[];
  readonly runsOn: RunsOn;
  readonly startsAt?: string | null | undefined;
  readonly endsAt?: string | null | undefined;
  readonly places: number;
  readonly paymentMode?: PaymentMode | undefined;
  readonly ordersMeals?: boolean | undefined;
  readonly kitchenEmail?: string | null | undefined;
  readonly budgetNature: string;
  readonly budgetFunction?: string | null | undefined;
  readonly cesuAccepted?: boolean | undefined;
  readonly openToAllSites?: boolean | undefined;
  /** By which rule children are looked after; null: what its kind usually is. */
  readonly supervision?: Supervision | null | undefined;
  /** Staff of each session; null while it is not noted. */
  readonly plannedStaff?: number | null | undefined;
}

@Injectable()
export class CreatePrestation {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findSites: FindSites,
    private readonly findPrestations: FindPrestations,
    private readonly enrolFromWishes: EnrolFromWishes,
  ) {}

  /**
   * Creates it, and enrols the children for whom it was wished before it existed.
   * Throws NOT_FOUND (site), PRESTATION_NOT_VALID, PRESTATION_NAME_TAKEN.
   */
  async run(
    collectiviteId: number,
    { siteId, weekdays, ...settings }: PrestationSettings & { readonly siteId: number },
  ): Promise<{ readonly prestation: PrestationRow; readonly enrolledFromWishes: number }> {
    checkSettings(settings);
    try {
      return await this.database.unit(async () => {
        const site = await this.findSites.one(collectiviteId, siteId);
        if (site.archived)
          throw notValid([{ field: 'siteId', message: 'Ce site est archivé : choisissez-en un autre.' }]);
        const id = await this.database.insert(PrestationRow, {
          collectiviteId,
          siteId,
          name: settings.name,
          nameKey: nameKey(settings.name, 60),
          kind: settings.kind,
          weekdays: weekdaysText(weekdays),
          runsOn: settings.runsOn,
          startsAt: settings.startsAt ?? null,
          endsAt: settings.endsAt ?? null,
          places: settings.places,
          paymentMode: settings.paymentMode ?? 'C',
          ordersMeals: settings.ordersMeals ?? false,
          kitchenEmail: settings.kitchenEmail ?? null,
          budgetNature: settings.budgetNature,
          budgetFunction: settings.budgetFunction ?? null,
          cesuAccepted: settings.cesuAccepted ?? false,
          openToAllSites: settings.openToAllSites ?? false,
          supervision: settings.supervision ?? null,
          plannedStaff: settings.plannedStaff ?? null,
          archived: false,
          createdAt: this.clock.now(),
        });
        const { enrolled } = await this.enrolFromWishes.run(collectiviteId, id);
        return { prestation: await this.findPrestations.one(collectiviteId, id), enrolledFromWishes: enrolled.length };
      });
    } catch (error) {
      throw this.database.isDuplicateKey(error) ? nameTaken(settings.name) : error;
    }
  }
}

/** What cannot be stored as it is; `settings` may be some of them only. */
export function checkSettings(settings: Partial<Pick<PrestationSettings, 'name' | 'startsAt' | 'endsAt'>>): void {
  const errors: FieldError[] = [];
  if (settings.name !== undefined && nameKey(settings.name, 60) === '')
    errors.push({ field: 'name', message: 'Donnez à la prestation un nom qui se lit.' });
  if (settings.startsAt && settings.endsAt && settings.startsAt >= settings.endsAt)
    errors.push({ field: 'endsAt', message: 'La prestation doit finir après avoir commencé.' });
  if (errors.length > 0) throw notValid(errors);
}

export function nameTaken(name: string) {
  return prestationsProblems.PRESTATION_NAME_TAKEN(
    typeset(`Ce site a déjà une prestation « ${name} », peut-être archivée : choisissez un autre nom.`),
  );
}

export function notValid(errors: readonly FieldError[]) {
  return prestationsProblems.PRESTATION_NOT_VALID(typeset('Corrigez les champs signalés : rien n’a été enregistré.'), {
    errors: errors.map(({ field, message }) => ({ field, message: typeset(message) })),
  });
}
