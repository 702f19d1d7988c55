import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { FindCollectivite } from '../../../collectivites/index.js';
import { schoolYearOf, schoolYearSpan } from '../../../calendar/index.js';
import { FindChildren } from '../../../families/index.js';
import { dateIn, type DateSpan } from '../../../kernel/civil-time.js';
import { Clock } from '../../../platform/clock/clock.js';
import { Database } from '../../../platform/database/database.js';
import type { PrestationRow } from '../../data/prestation.entity.js';
import { ServiceWishRow } from '../../data/service-wish.entity.js';
import { wishedAmong } from '../../rules/wish.js';
import { EnrolChildren, type Enrolled } from './enrol-children.js';
import { FindPrestations } from '../find-prestations.js';

/** Turns what families wished into enrolments, from the first day of the current school year. */
@Injectable()
export class EnrolFromWishes {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly findCollectivite: FindCollectivite,
    private readonly findPrestations: FindPrestations,
    private readonly findChildren: FindChildren,
    private readonly enrolChildren: EnrolChildren,
  ) {}

  /** The children of the collectivité who wished this prestation. Throws NOT_FOUND, PRESTATION_ARCHIVED. */
  run(collectiviteId: number, prestationId: number): Promise<Enrolled> {
    return this.database.unit(async () => {
      const prestation = await this.findPrestations.open(collectiviteId, prestationId);
      const wishes = await this.wishesOf(prestation);
      const [children, prestations] = [
        await this.findChildren.run(collectiviteId, new Set(wishes.map(({ childId }) => childId))),
        await this.findPrestations.run(collectiviteId),
      ];
      const wished = wishes.filter(({ childId, label }) =>
        wishedAmong(label, openTo(children.get(childId)?.siteId ?? null, prestations)).some(
          ({ id }) => id === prestationId,
        ),
      );
      return this.enrolChildren.run(
        prestation,
        wished.map(({ childId }) => childId),
        await this.thisSchoolYearOn(collectiviteId),
      );
    });
  }

  /** The wishes whose words may mean this prestation: labels are few, children many. By child. */
  private async wishesOf(prestation: PrestationRow): Promise<ServiceWishRow[]> {
    const { collectiviteId } = prestation;
    const said = await this.database.rows<{ label: string }>(
      'SELECT DISTINCT label FROM service_wishes WHERE collectivite_id = ?',
      [collectiviteId],
    );
    const labels = said.map(({ label }) => label).filter((label) => wishedAmong(label, [prestation]).length > 0);
    return this.database
      .repository(ServiceWishRow)
      .find({ where: { collectiviteId, label: In(labels) }, order: { childId: 'ASC' } });
  }

  /** One child, in every prestation that these labels mean for a child of that school. */
  async ofChild(collectiviteId: number, childId: number, labels: readonly string[]): Promise<void> {
    const child = (await this.findChildren.run(collectiviteId, [childId])).get(childId);
    if (!child) return;
    const prestations = openTo(child.siteId, await this.findPrestations.run(collectiviteId));
    const wished = new Set(labels.flatMap((label) => wishedAmong(label, prestations).map(({ id }) => id)));
    if (wished.size === 0) return;
    const span = await this.thisSchoolYearOn(collectiviteId);
    // In the order of the ids, as everyone who locks several prestations.
    for (const id of [...wished].sort((a, b) => a - b))
      await this.enrolChildren.run(await this.findPrestations.locked(collectiviteId, id), [childId], span);
  }

  private async thisSchoolYearOn(collectiviteId: number): Promise<DateSpan> {
    const { timeZone } = await this.findCollectivite.run(collectiviteId);
    return { from: schoolYearSpan(schoolYearOf(dateIn(timeZone, this.clock.now()))).from, to: null };
  }
}

function openTo(siteId: number | null, prestations: readonly PrestationRow[]): PrestationRow[] {
  return prestations.filter((prestation) => prestation.openToAllSites || prestation.siteId === siteId);
}
