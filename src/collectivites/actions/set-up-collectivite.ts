import { Injectable } from '@nestjs/common';
import { weekdaysText } from '../../kernel/civil-time.js';
import { typeset } from '../../kernel/french.js';
import type { HolidayTerritory, SchoolZone } from '../../kernel/french-calendars.js';
import { Clock } from '../../platform/clock/clock.js';
import { Database } from '../../platform/database/database.js';
import { CollectiviteRow } from '../data/collectivite.entity.js';
import { MenuTypeRow } from '../data/menu-type.entity.js';
import { collectivitesProblems } from '../problems.js';
import { identityFaults } from '../rules/identity-faults.js';
import { nameKey } from '../rules/name-key.js';
import { timeZoneNamed } from '../rules/time-zone.js';

export interface NewCollectivite {
  readonly name: string;
  readonly addressLine1: string;
  readonly addressLine2?: string | null;
  readonly postalCode: string;
  readonly city: string;
  readonly phone: string;
  readonly email: string;
  readonly schoolZone: SchoolZone;
  /** `metropole` unless told. */
  readonly holidaysOf?: HolidayTerritory;
  /** `Europe/Paris` unless told. */
  readonly timeZone?: string;
  readonly siret?: string | null;
  readonly website?: string | null;
  readonly kitchenEmail?: string | null;
  readonly billingDay?: number | null;
  /** 30 unless told. */
  readonly paymentDays?: number;
  readonly regieLabel?: string | null;
  readonly regisseurName?: string | null;
  readonly paymentInstructions?: string | null;
}

const FROM_HOME = 'Panier PAI';
const FIRST_MENU_TYPES = ['Standard', 'Sans porc', 'Sans viande', FROM_HOME];

/** Opens a collectivité with its neutral menu types, ready for its first administrator. */
@Injectable()
export class SetUpCollectivite {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** Throws SETTING_NOT_VALID. */
  async run(wanted: NewCollectivite): Promise<{ collectiviteId: number }> {
    const timeZone = wanted.timeZone ?? 'Europe/Paris';
    const errors = identityFaults({ ...wanted, timeZone });
    if (errors.length > 0)
      throw collectivitesProblems.SETTING_NOT_VALID(typeset('Corrigez les champs signalés : rien n’a été créé.'), {
        errors,
      });
    const row = {
      name: wanted.name,
      siret: wanted.siret ?? null,
      addressLine1: wanted.addressLine1,
      addressLine2: wanted.addressLine2 ?? null,
      postalCode: wanted.postalCode,
      city: wanted.city,
      phone: wanted.phone,
      email: wanted.email,
      website: wanted.website ?? null,
      timeZone: timeZoneNamed(timeZone)!,
      schoolZone: wanted.schoolZone,
      holidaysOf: wanted.holidaysOf ?? 'metropole',
      schoolWeekdays: weekdaysText(['MO', 'TU', 'TH', 'FR']),
      kitchenEmail: wanted.kitchenEmail ?? null,
      billingDay: wanted.billingDay ?? null,
      offerHours: 24,
      holdMinutes: 20,
      issueThresholdCents: 0,
      paymentDays: wanted.paymentDays ?? 30,
      regieLabel: wanted.regieLabel ?? null,
      regisseurName: wanted.regisseurName ?? null,
      paymentInstructions: wanted.paymentInstructions ?? null,
      createdAt: this.clock.now(),
    };
    return this.database.unit(async () => {
      const collectiviteId = await this.database.insert(CollectiviteRow, row);
      for (const [position, label] of FIRST_MENU_TYPES.entries())
        await this.database.insert(MenuTypeRow, {
          collectiviteId,
          label,
          labelKey: nameKey(label, 40),
          broughtByFamily: label === FROM_HOME,
          position,
        });
      return { collectiviteId };
    });
  }
}
