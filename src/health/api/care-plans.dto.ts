import type { Temporal } from '../../kernel/civil-time.js';
import { DayField, MomentField } from '../../platform/http/fields.js';
import { FilesField, type UploadedFile } from '../../platform/http/uploads.js';
import type { KnownCarePlan } from '../actions/find-care-plans.js';
import type { CarePlanState } from '../rules/care-plan.js';

/** A multipart form: PDF or photos. */
export class NewCarePlanDto {
  @FilesField({ min: 1, max: 5 })
  files!: UploadedFile[];
}

export class CarePlanAcceptanceDto {
  @DayField({ description: 'Dernier jour où le PAI vaut, compris.', example: '2027-07-02' })
  validUntil!: Temporal.PlainDate;
}

export class CarePlanFileDto {
  /** @example 5 */
  fileId!: number;
  /** Il ne dit rien de l’enfant. @example "pai-1.pdf" */
  name!: string;
  /** @example "application/pdf" */
  mediaType!: string;
}

export class CarePlanDto {
  /** @example 3 */
  carePlanId!: number;
  /** @example 7 */
  childId!: number;
  /** @example "Nolan" */
  childName!: string;
  /**
   * `RECEIVED` (reçu), `IN_FORCE` (en vigueur), `REFUSED` (refusé), `REPLACED` (remplacé) ou `ENDED` (terminé).
   * @example "IN_FORCE"
   */
  state!: CarePlanState;
  @DayField({ optional: true, description: 'Dernier jour, compris ; connu une fois que la mairie l’a lu.' })
  validUntil!: Temporal.PlainDate | null;
  @MomentField()
  sentAt!: Temporal.Instant;
  /** Effacés quand le PAI ne sert plus. */
  files!: CarePlanFileDto[];
}

export function carePlanDto({ id, child, state, validUntil, sentAt, files }: KnownCarePlan): CarePlanDto {
  const { childId, firstName: childName } = child;
  return {
    ...{ carePlanId: id, childId, childName, state, validUntil, sentAt },
    files: files.map(({ id: fileId, stored: { name, mediaType } }) => ({ fileId, name, mediaType })),
  };
}
