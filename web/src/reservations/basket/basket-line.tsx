import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { answered, api, type Schemas } from '../../api/client';
import { said } from '../../api/problem';
import { Button } from '../../design/button';
import { dayOfYear, deadline } from '../../words/dates';
import styles from './basket.module.css';

export type Line = Schemas['BasketLineDto'];

interface BasketLineProps {
  readonly line: Line;
  readonly familyId: number;
  readonly timeZone: string;
}

/** A day of the basket: what it costs and until when it may be validated, or why it no longer may. */
export function BasketLine({ line, familyId, timeZone }: BasketLineProps) {
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () =>
      answered(
        api.DELETE('/api/v1/families/{familyId}/basket/lines/{lineId}', {
          params: { path: { familyId, lineId: line.id } },
        }),
      ),
    onSettled: () => client.invalidateQueries({ queryKey: ['family', familyId] }),
  });
  const what = `${line.childName}, ${line.prestationName}, ${dayOfYear(line.date)}`;
  return (
    <li className={styles.line}>
      <div>
        <strong>{dayOfYear(line.date)}</strong> – {line.childName}, {line.prestationName}
        <p className="soft">
          {line.validationId !== null ? (
            <Link
              to="/familles/$familyId/panier/paiements/$validationId"
              params={{ familyId: String(familyId), validationId: String(line.validationId) }}
            >
              Place gardée, à payer
            </Link>
          ) : null}
          {line.refusal
            ? line.refusal.detail
            : [line.price, line.late, `à valider avant le ${deadline(line.bookableUntil, timeZone)}`]
                .filter(Boolean)
                .join(' · ')}
        </p>
        {remove.error ? <p role="alert">{said(remove.error)}</p> : null}
      </div>
      <Button kind="quiet" label={`Retirer ${what}`} pending={remove.isPending} onPress={() => remove.mutate()}>
        Retirer
      </Button>
    </li>
  );
}
