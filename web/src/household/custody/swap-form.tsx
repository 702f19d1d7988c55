import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { answered, api } from '../../api/client';
import { Button } from '../../design/button';
import { DateField } from '../../design/forms/date-field';
import { Form } from '../../design/forms/form';
import { Notice } from '../../design/notice';
import { SelectField } from '../../design/forms/select-field';
import { useDraft } from '../../design/forms/use-draft';
import { useSubmit } from '../../design/forms/use-submit';
import type { Child } from '../queries';

interface Draft {
  readonly childId: string;
  readonly from: string;
  readonly to: string;
  readonly backFrom: string;
  readonly backTo: string;
}

const EMPTY: Draft = { childId: '', from: '', to: '', backFrom: '', backTo: '' };

/** Asks the other foyer of a child to exchange days: some, against others where one wants. */
export function SwapForm({ familyId, shared }: { readonly familyId: number; readonly shared: readonly Child[] }) {
  const client = useQueryClient();
  const { draft, change, forget } = useDraft<Draft>(`echange:${familyId}`, {
    ...EMPTY,
    childId: shared.length === 1 ? String(shared[0]!.childId) : '',
  });
  const { childId, from, to, backFrom, backTo } = draft;
  const [asked, setAsked] = useState(false);
  const { pending, error, fields, submit } = useSubmit(async () => {
    setAsked(false);
    const spans = [{ from, to: to || from }, ...(backFrom ? [{ from: backFrom, to: backTo || backFrom }] : [])];
    await answered(
      api.POST('/api/v1/families/{familyId}/custody-swaps', {
        params: { path: { familyId } },
        body: { childId: Number(childId), spans },
      }),
    );
    forget();
    setAsked(true);
    await client.invalidateQueries({ queryKey: ['family', familyId] });
  });
  return (
    <section aria-labelledby="demander">
      <h2 id="demander">Demander un échange</h2>
      <Form submit={submit} error={error} fields={fields}>
        {asked ? (
          <Notice tone="good" title="L’échange est demandé">
            <p>L’autre foyer en est averti par courriel. Rien ne change tant qu’il n’a pas confirmé.</p>
          </Notice>
        ) : null}
        <p className="soft">Tout est à remplir, sauf ce qui est dit facultatif.</p>
        <SelectField
          label="Enfant"
          name="childId"
          value={childId}
          onChange={(chosen) => change({ childId: chosen })}
          choices={Object.fromEntries(shared.map((child) => [String(child.childId), child.firstName]))}
          error={fields.get('childId')}
        />
        <p>
          Ces jours-là, l’enfant change de foyer : il vient chez vous s’il devait être dans l’autre, et inversement.
        </p>
        <div className="pair">
          <DateField
            label="Du"
            name="spans[0].from"
            value={from}
            onChange={(day) => change({ from: day })}
            error={fields.get('spans[0].from')}
            required
          />
          <DateField
            label="Au (facultatif)"
            name="spans[0].to"
            value={to}
            min={from}
            onChange={(day) => change({ to: day })}
            error={fields.get('spans[0].to')}
          />
        </div>
        <div className="pair">
          <DateField
            label="En échange, du (facultatif)"
            name="spans[1].from"
            value={backFrom}
            onChange={(day) => change({ backFrom: day })}
            error={fields.get('spans[1].from')}
          />
          <DateField
            label="En échange, au (facultatif)"
            name="spans[1].to"
            value={backTo}
            min={backFrom}
            onChange={(day) => change({ backTo: day })}
            error={fields.get('spans[1].to')}
          />
        </div>
        <Button type="submit" pending={pending}>
          Demander l’échange
        </Button>
      </Form>
    </section>
  );
}
