import type { ReactNode } from 'react';
import { said } from '../../api/problem';
import { Button } from '../../design/button';
import { Notice } from '../../design/notice';
import styles from './day.module.css';

interface ActButtonProps {
  readonly label: string;
  readonly act: { readonly isPending: boolean; readonly error: unknown; readonly mutate: () => void };
  readonly kind?: 'main' | 'quiet' | 'danger';
  /** What it costs or gives back, said before it is done. */
  readonly before?: ReactNode;
}

/** One thing that can be done, what comes of it said before, and why it could not be done beside it. */
export function ActButton({ label, act, kind = 'main', before }: ActButtonProps) {
  return (
    <div className={styles.act}>
      {before ? <p>{before}</p> : null}
      {act.error ? (
        <Notice tone="bad" title="Cela n’a pas pu être fait">
          <p>{said(act.error)}</p>
        </Notice>
      ) : null}
      <Button kind={kind} pending={act.isPending} onPress={() => act.mutate()}>
        {label}
      </Button>
    </div>
  );
}
