import { useNavigate, useSearch } from '@tanstack/react-router';
import { Button } from '../../design/button';
import { SelectField } from '../../design/forms/select-field';
import { addDays, isDay } from '../../words/dates';
import styles from './planning.module.css';
import type { Planning } from '../queries';
import type { ShownSpan } from '../span';

/** One child only, where the address names one of the family. */
export function ofChild(planning: Planning, childId: number | undefined): Planning {
  const children = planning.children.filter((child) => child.childId === childId);
  return children.length > 0 ? { ...planning, children } : planning;
}

/** What is shown, and the way to other days, or to one child only. */
export function SpanBar({ span, planning }: { readonly span: ShownSpan; readonly planning: Planning }) {
  const navigate = useNavigate();
  const { enfant } = useSearch({ from: '/signed-in/familles/$familyId/reservations' });
  const { from, to, title, kind } = span;
  const go = (date: string) => void navigate({ to: '.', search: (before) => ({ ...before, du: date }) });
  const names = planning.children.map(({ childId, firstName }) => [`enfant-${childId}`, firstName] as const);
  const choices: Record<string, string> = { tous: 'Tous les enfants', ...Object.fromEntries(names) };
  const shown: string = enfant === undefined ? 'tous' : `enfant-${enfant}`;
  return (
    <div className={styles.bar}>
      <h2>{title}</h2>
      <Button kind="quiet" label={`${kind} d’avant`} onPress={() => go(addDays(from, -1))}>
        ← Avant
      </Button>
      <Button kind="quiet" label={`${kind} d’après`} onPress={() => go(addDays(to, 1))}>
        Après →
      </Button>
      <label className={styles.jump}>
        Aller au
        <input
          type="date"
          value={from}
          onChange={({ target }) => (isDay(target.value) ? go(target.value) : undefined)}
        />
      </label>
      {names.length > 1 ? (
        <SelectField
          label="Enfants"
          name="enfant"
          value={shown}
          onChange={(chosen) => void navigate({ to: '.', search: (before) => ({ ...before, enfant: idOf(chosen) }) })}
          choices={choices}
        />
      ) : null}
    </div>
  );
}

function idOf(choice: string): number | undefined {
  return choice === 'tous' ? undefined : Number(choice.replace('enfant-', ''));
}
