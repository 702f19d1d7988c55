import { answered, api, type Schemas } from '../../api/client';
import { RadioGroup } from '../../design/forms/radio-group';
import { TextField } from '../../design/forms/text-field';
import { useSubmit } from '../../design/forms/use-submit';
import { useTitle } from '../../design/use-title';
import { heldHint } from './held-hint';
import styles from '../registration.module.css';
import { StepForm } from './step-form';
import { forgetUnsaved, unsavedName, useUnsaved } from '../use-unsaved';
import { useRegistration } from '../use-registration';
import type { StepProps } from './step-props';

type Held = Schemas['HeldGuardianDto'];
type Civility = Schemas['GuardianStepDto']['civility'];
type Typed = Pick<Held, 'guardianId' | 'firstName' | 'lastName'> & { readonly civility: Civility | null };

const CIVILITIES = [
  ['MADAME', 'Madame'],
  ['MONSIEUR', 'Monsieur'],
] as const;

/** « Responsables »: what the mairie holds of each, to be checked. */
export function GuardiansStep({ code, email, registration, onPrevious, onNext }: StepProps) {
  const { held, guardians: saved } = registration;
  const [draft, setDraft] = useUnsaved<readonly Typed[]>(unsavedName('responsables', code), saved ?? []);
  const typed = held.guardians.map(
    (one) => draft.find(({ guardianId }) => guardianId === one.guardianId) ?? typedOf(one),
  );
  const { within, show } = useRegistration(code, email);
  const submission = useSubmit(async () => {
    // The service says which civility is missing.
    const body = { guardians: typed as Schemas['GuardianStepDto'][] };
    const url = '/api/v1/registrations/current/guardians';
    show(await within((header) => answered(api.PUT(url, { params: { header }, body }))));
    forgetUnsaved(unsavedName('responsables', code));
    onNext();
  });
  useTitle('Créer mon compte, étape 2 sur 3', submission.error !== null);
  const labels = new Map(
    held.guardians.flatMap((one, index) => [
      [`guardians[${index}].civility`, `Civilité, ${nameOf(one, index)}`],
      [`guardians[${index}].firstName`, `Prénom, ${nameOf(one, index)}`],
      [`guardians[${index}].lastName`, `Nom, ${nameOf(one, index)}`],
    ]),
  );
  const change = (index: number, part: Partial<Typed>) =>
    setDraft(typed.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <StepForm submission={submission} labels={labels} onPrevious={onPrevious}>
      <p>Voici ce que la mairie connaît. Corrigez si besoin : elle vérifiera vos corrections.</p>
      {typed.map((one, index) => {
        const known = held.guardians[index]!;
        const field = (part: string) => `guardians[${index}].${part}`;
        return (
          <fieldset key={one.guardianId} className={styles.person}>
            <legend>{nameOf(known, index)}</legend>
            <RadioGroup
              label="Civilité"
              name={field('civility')}
              options={CIVILITIES}
              value={one.civility}
              onChange={(civility) => change(index, { civility })}
              error={submission.fields.get(field('civility'))}
              required
            />
            <TextField
              label="Prénom"
              name={field('firstName')}
              {...hintOf(known.firstName, one.firstName)}
              autoComplete={known.isYou ? 'given-name' : 'off'}
              value={one.firstName}
              onChange={(firstName) => change(index, { firstName })}
              error={submission.fields.get(field('firstName'))}
              required
            />
            <TextField
              label="Nom"
              name={field('lastName')}
              {...hintOf(known.lastName, one.lastName)}
              autoComplete={known.isYou ? 'family-name' : 'off'}
              value={one.lastName}
              onChange={(lastName) => change(index, { lastName })}
              error={submission.fields.get(field('lastName'))}
              required
            />
          </fieldset>
        );
      })}
    </StepForm>
  );
}

function typedOf({ guardianId, civility, firstName, lastName }: Held): Typed {
  return { guardianId, civility: civility as Civility | null, firstName, lastName };
}

function nameOf({ isYou }: Held, index: number): string {
  return `Responsable ${index + 1}${isYou ? ' (vous)' : ''}`;
}

function hintOf(held: string, typed: string): { hint?: string } {
  const hint = heldHint(held, typed);
  return hint ? { hint } : {};
}
