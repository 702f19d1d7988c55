import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { answered, api } from '../api/client';
import { unknown } from '../api/problem';
import { Button } from '../design/button';
import { DateField } from '../design/forms/date-field';
import { Form } from '../design/forms/form';
import { SelectField } from '../design/forms/select-field';
import { TextField } from '../design/forms/text-field';
import { useDraft } from '../design/forms/use-draft';
import { useSubmit } from '../design/forms/use-submit';
import { useTitle } from '../design/use-title';
import { useFamily } from '../family/my-families';
import { AlreadyAsked } from './already-asked';
import { CIVILITIES, type Correctable, type Subject, subjectOf } from './household-words';
import { household } from './queries';

export function CorrectionPage() {
  const { familyId } = useFamily();
  const { subject } = useParams({ from: '/signed-in/familles/$familyId/foyer/corrections/$subject' });
  const { data: foyer } = useSuspenseQuery(household(familyId));
  const found = subjectOf(foyer, subject);
  // The page of what does not exist, for an address of which the service was not asked.
  if (!found) throw unknown();
  return <Correction familyId={familyId} subject={subject} about={found} />;
}

interface CorrectionProps {
  readonly familyId: number;
  readonly subject: string;
  readonly about: Subject;
}

function Correction({ familyId, subject, about }: CorrectionProps) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { draft, change, forget } = useDraft<Record<string, string>>(`correction:${familyId}:${subject}`, {});
  const changed = about.fields.filter(({ field, value }) => (draft[field] ?? value).trim() !== value);
  const { pending, error, fields, submit } = useSubmit(async () => {
    await answered(
      api.POST('/api/v1/families/{familyId}/change-proposals', {
        params: { path: { familyId } },
        body: { changes: changed.map(({ field, value }) => ({ subject, field, newValue: draft[field] ?? value })) },
      }),
    );
    forget();
    await client.invalidateQueries({ queryKey: ['family', familyId, 'change-proposals'] });
    await navigate({
      to: '/familles/$familyId/foyer',
      params: { familyId: String(familyId) },
      search: { demandee: true },
    });
  });
  // The service names a correction by its rank among those that left.
  const faults = new Map([...fields].map(([path, fault]) => [changed[rankIn(path)]?.field ?? path, fault]));
  useTitle(`Corriger ${about.title}`, error !== null);
  return (
    <div className="stack reading">
      <h1>Corriger ce que la mairie sait : {about.title}</h1>
      <AlreadyAsked familyId={familyId} subject={subject} />
      <Form submit={submit} error={error} fields={faults}>
        {about.fields.map((one) => (
          <Field
            key={one.field}
            about={one}
            value={draft[one.field] ?? one.value}
            onChange={(value) => change({ [one.field]: value })}
            error={faults.get(one.field)}
          />
        ))}
        <p className="soft" role="status">
          {changed.length === 0
            ? 'Changez ce qui est faux ; le reste n’est pas envoyé.'
            : `À corriger : ${changed.map(({ label }) => label.toLowerCase()).join(', ')}.`}
        </p>
        <Button type="submit" pending={pending} disabled={changed.length === 0}>
          Demander la correction
        </Button>
      </Form>
    </div>
  );
}

interface FieldProps {
  readonly about: Correctable;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly error: string | undefined;
}

function Field({ about: { field, label, kind }, ...rest }: FieldProps) {
  if (kind === 'day') return <DateField label={label} name={field} {...rest} />;
  if (kind === 'civility')
    return (
      <SelectField
        label={label}
        name={field}
        choices={CIVILITIES}
        {...rest}
        value={rest.value === '' ? '' : (rest.value as keyof typeof CIVILITIES)}
      />
    );
  const known = ADDRESS[field];
  return (
    <TextField
      label={label}
      name={field}
      type={kind}
      maxLength={254}
      {...(known === undefined ? {} : { autoComplete: known })}
      {...rest}
    />
  );
}

/** What the browser knows of the parent: the address of the foyer. A name or a telephone may be the other adult's. */
const ADDRESS: Readonly<Record<string, string>> = {
  addressLine1: 'address-line1',
  addressLine2: 'address-line2',
  postalCode: 'postal-code',
  city: 'address-level2',
};

/** 2, of `changes[2].newValue`. */
function rankIn(path: string): number {
  return Number(/\[(\d+)\]/.exec(path)?.[1] ?? -1);
}
