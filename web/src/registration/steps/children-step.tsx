import { useState } from 'react';
import { answered, api } from '../../api/client';
import { Checkbox } from '../../design/forms/checkbox';
import { TextField } from '../../design/forms/text-field';
import { useSubmit } from '../../design/forms/use-submit';
import { PhoneLink } from '../../design/phone-link';
import { useTitle } from '../../design/use-title';
import { heldHint } from './held-hint';
import styles from '../registration.module.css';
import { StepForm } from './step-form';
import { useCompletion } from '../use-completion';
import { forgetUnsaved, unsavedName, useUnsaved } from '../use-unsaved';
import { useProof } from '../use-proof';
import { useRegistration } from '../use-registration';
import type { StepProps } from './step-props';

interface ChildrenStepProps extends StepProps {
  readonly onCreated: (message: string) => void;
}

/** « Enfants du foyer »: what the mairie holds of each, to be checked; then the account is created. */
export function ChildrenStep({ code, email, registration, onPrevious, onCreated }: ChildrenStepProps) {
  const { held, children: saved, collectivite } = registration;
  const [draft, setDraft] = useUnsaved(unsavedName('enfants', code), saved ?? held.children);
  const typed = held.children.map((one) => draft.find(({ childId }) => childId === one.childId) ?? one);
  const [staySignedIn, setStay] = useState(true);
  const [proved, proof] = useProof();
  const { within, show } = useRegistration(code, email);
  const complete = useCompletion(within, proof);
  const submission = useSubmit(async () => {
    const body = { children: typed };
    const url = '/api/v1/registrations/current/children';
    show(await within((header) => answered(api.PUT(url, { params: { header }, body }))));
    forgetUnsaved(unsavedName('enfants', code));
    onCreated(await complete(staySignedIn));
  });
  useTitle('Créer mon compte, étape 3 sur 3', submission.error !== null);
  const labels = new Map(
    held.children.flatMap(({ firstName }, index) => [
      [`children[${index}].firstName`, `Prénom de ${firstName}`],
      [`children[${index}].lastName`, `Nom de ${firstName}`],
    ]),
  );
  const change = (index: number, part: object) =>
    setDraft(typed.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <StepForm submission={submission} labels={labels} onPrevious={onPrevious} submitLabel="S’enregistrer">
      <p>
        {typed.length > 0
          ? 'Voici ce que la mairie connaît. Corrigez si besoin : elle vérifiera vos corrections. '
          : 'La mairie ne connaît pas encore d’enfant dans votre foyer. '}
        Un enfant manque ? Appelez le <PhoneLink phone={collectivite.phone} />.
      </p>
      {typed.map((one, index) => {
        const known = held.children[index]!;
        const field = (part: string) => `children[${index}].${part}`;
        return (
          <fieldset key={one.childId} className={styles.person}>
            <legend>Enfant {index + 1}</legend>
            {(['firstName', 'lastName'] as const).map((part) => {
              const hint = heldHint(known[part], one[part]);
              return (
                <TextField
                  key={part}
                  label={part === 'firstName' ? 'Prénom' : 'Nom'}
                  name={field(part)}
                  {...(hint ? { hint } : {})}
                  autoComplete="off"
                  value={one[part]}
                  onChange={(text) => change(index, { [part]: text })}
                  error={submission.fields.get(field(part))}
                  required
                />
              );
            })}
          </fieldset>
        );
      })}
      <Checkbox isSelected={staySignedIn} onChange={setStay}>
        Rester connecté sur cet appareil
      </Checkbox>
      <p className="soft" role="status">
        {proved
          ? 'Vérification de sécurité : faite par votre appareil, vous n’avez rien à déchiffrer.'
          : 'Vérification de sécurité : votre appareil y travaille…'}
      </p>
    </StepForm>
  );
}
