import { type ReactNode, useState } from 'react';
import styles from './planning.module.css';
import { freeOf, type GridRow } from './planning-rows';
import type { Place } from './use-toggle-cells';

interface WholeProps {
  readonly rows: readonly GridRow[];
  readonly scope: string;
  readonly onMany: (places: readonly Place[]) => void;
  readonly unfolded: boolean;
  readonly onFold: (unfolded: boolean) => void;
}

/** All the free days that are shown, child by child and prestation by prestation. */
export function Whole({ rows, scope, onMany, unfolded, onFold }: WholeProps) {
  const all = rows.map((line) => ({ line, free: freeOf(line) }));
  const [atFirst] = useState(() => all.filter(({ free }) => free.length > 1).map(({ line }) => line.id));
  const lines = all.filter(({ line, free }) => free.length > 1 || atFirst.includes(line.id));
  if (lines.length === 0) return null;
  return (
    // Kept by the page: from one week to another it stays as one left it.
    <details open={unfolded} onToggle={({ currentTarget }) => onFold(currentTarget.open)}>
      <summary className={styles.whole}>Ajouter plusieurs jours {scope}</summary>
      {lines.map(({ line: { id, firstName, row }, free }) => (
        <AddTogether key={id} className={styles.wide} places={free} onMany={onMany}>
          {firstName}, {row.prestationName} :{' '}
          {free.length > 0 ? `ajouter ${freeDays(free.length)} ${scope}` : `plus aucun jour libre ${scope}`}
        </AddTogether>
      ))}
    </details>
  );
}

const freeDays = (count: number) => (count > 1 ? `les ${count} jours libres` : 'le dernier jour libre');

interface AddTogetherProps {
  readonly className: string | undefined;
  readonly places: readonly Place[];
  readonly onMany: (places: readonly Place[]) => void;
  readonly children: ReactNode;
}

/** It stays once it is done, with the focus of whoever pressed it. */
export function AddTogether({ className, places, onMany, children }: AddTogetherProps) {
  const done = places.length === 0;
  return (
    <button
      type="button"
      className={className}
      aria-disabled={done}
      onClick={() => (done ? undefined : onMany(places))}
    >
      {children}
    </button>
  );
}
