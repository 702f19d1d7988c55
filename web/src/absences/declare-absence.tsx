import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../api/client';
import { useKey } from '../api/use-key';
import { Button } from '../design/button';
import { Choices } from '../design/forms/choices';
import { DateField } from '../design/forms/date-field';
import { Form } from '../design/forms/form';
import { Notice } from '../design/notice';
import { SelectField } from '../design/forms/select-field';
import { TextField } from '../design/forms/text-field';
import { useDraft } from '../design/forms/use-draft';
import { useSubmit } from '../design/forms/use-submit';
import { useFamily } from '../family/my-families';
import { ForeseenAbsence } from './foreseen-absence';
import type { Absence } from './queries';
import { ABSENCE_KINDS } from '../words/absence-kinds';

interface Draft {
  readonly childIds: readonly number[];
  readonly kind: Absence['kind'];
  readonly from: string;
  readonly to: string;
  readonly note: string;
}

interface DeclareAbsenceProps {
  /** Today in the collectivité. */
  readonly day: string;
  readonly timeZone: string;
}

export function DeclareAbsence({ day, timeZone }: DeclareAbsenceProps) {
  const { familyId, children } = useFamily();
  const client = useQueryClient();
  const {
    draft,
    change: keep,
    forget,
  } = useDraft<Draft>(`absence:${familyId}`, {
    childIds: children.length === 1 ? [children[0]!.childId] : [],
    kind: 'ILLNESS',
    from: day,
    to: day,
    note: '',
  });
  const [declared, setDeclared] = useState(false);
  const change = (more: Partial<Draft>) => {
    setDeclared(false);
    keep(more);
  };
  const { from, to, kind } = draft;
  const key = useKey(draft);
  const { pending, error, fields, submit } = useSubmit(async () => {
    setDeclared(false);
    const { note, childIds, ...rest } = draft;
    await answered(
      api.POST('/api/v1/families/{familyId}/absences', {
        params: { path: { familyId }, header: { 'Idempotency-Key': key } },
        body: { ...rest, childIds: [...childIds], ...(note.trim() && { note }) },
      }),
    );
    forget();
    setDeclared(true);
    await client.invalidateQueries({ queryKey: ['family', familyId] });
  });
  return (
    <section aria-labelledby="declarer">
      <h2 id="declarer">Déclarer une absence</h2>
      <Form submit={submit} error={error} fields={fields}>
        {declared ? (
          <Notice tone="good" title="L’absence est déclarée">
            <p>La mairie la connaît ; un accusé de réception vous parvient par courriel.</p>
          </Notice>
        ) : null}
        <p className="soft">Tout est à remplir, sauf ce qui est dit facultatif.</p>
        <Choices
          label="Qui sera absent ?"
          name="childIds"
          choices={children.map(({ childId, firstName }) => [childId, firstName] as const)}
          chosen={draft.childIds}
          onChange={(childIds) => change({ childIds })}
          error={fields.get('childIds')}
        />
        <SelectField
          label="Motif"
          name="kind"
          value={draft.kind}
          onChange={(kind) => change({ kind })}
          choices={ABSENCE_KINDS}
          error={fields.get('kind')}
        />
        <div className="pair">
          <DateField
            label="Premier jour"
            name="from"
            value={draft.from}
            onChange={(from) => change({ from, ...(from > draft.to && { to: from }) })}
            error={fields.get('from')}
            required
          />
          <DateField
            label="Dernier jour"
            name="to"
            value={draft.to}
            min={draft.from}
            onChange={(to) => change({ to })}
            error={fields.get('to')}
            required
          />
        </div>
        <TextField
          label="Un mot pour la mairie (facultatif)"
          name="note"
          value={draft.note}
          onChange={(note) => change({ note })}
          hint="Sans aucun détail médical."
          error={fields.get('note')}
          maxLength={200}
        />
        <div role="status" className="stack">
          {declared
            ? null
            : children
                .filter(({ childId }) => draft.childIds.includes(childId))
                .map((child) => (
                  <ForeseenAbsence key={child.childId} {...{ familyId, child, from, to, kind, timeZone }} />
                ))}
        </div>
        <Button type="submit" pending={pending}>
          Déclarer l’absence
        </Button>
      </Form>
    </section>
  );
}
