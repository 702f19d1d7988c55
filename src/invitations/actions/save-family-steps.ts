import { Injectable } from '@nestjs/common';
import { FindCollectivite } from '../../collectivites/index.js';
import type { HeldFamily } from '../rules/corrections.js';
import type { ChildStep, GuardianStep } from '../rules/registration-steps.js';
import type { RegistrationRow } from '../data/registration.entity.js';
import { FindRegistration } from './find-registration.js';
import { KeepStep, stepNotValid } from './keep-step.js';
import { LoadHeldFamily } from './load-held-family.js';

/** « Responsables » and « Enfants du foyer »: what the mairie holds, checked and corrected. Who is left out stays as it is. */
@Injectable()
export class SaveFamilySteps {
  constructor(
    private readonly findRegistration: FindRegistration,
    private readonly findCollectivite: FindCollectivite,
    private readonly loadHeldFamily: LoadHeldFamily,
    private readonly keepStep: KeepStep,
  ) {}

  /** Throws REGISTRATION_NOT_FOUND, STEP_NOT_VALID for a guardian of another family. */
  async guardians(token: string, guardians: readonly GuardianStep[]): Promise<void> {
    const { registration, held } = await this.open(token);
    assertKnown('guardians', 'guardianId', guardians, held.guardians);
    await this.keepStep.run(registration, { guardiansStep: [...guardians] });
  }

  /** Throws REGISTRATION_NOT_FOUND, STEP_NOT_VALID for a child of another family. */
  async children(token: string, children: readonly ChildStep[]): Promise<void> {
    const { registration, held } = await this.open(token);
    assertKnown('children', 'childId', children, held.children);
    await this.keepStep.run(registration, { childrenStep: [...children] });
  }

  private async open(token: string): Promise<{ registration: RegistrationRow; held: HeldFamily }> {
    const { registration, guardian } = await this.findRegistration.run(token);
    const collectivite = await this.findCollectivite.run(registration.collectiviteId);
    return { registration, held: await this.loadHeldFamily.run(collectivite, guardian) };
  }
}

function assertKnown<Key extends string>(
  list: string,
  key: Key,
  typed: readonly Readonly<Record<Key, number>>[],
  held: readonly Readonly<Record<Key, number>>[],
): void {
  const errors = typed.flatMap((one, index) => {
    const field = `${list}[${index}].${key}`;
    if (!held.some((known) => known[key] === one[key]))
      return [{ field, message: 'cette personne n’est pas dans votre foyer ; rechargez la page.' }];
    return typed.findIndex((other) => other[key] === one[key]) < index
      ? [{ field, message: 'cette personne figure deux fois.' }]
      : [];
  });
  if (errors.length > 0) throw stepNotValid(errors);
}
