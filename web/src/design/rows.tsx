import type { ReactNode } from 'react';
import styles from './rows.module.css';

/** What is listed with its amounts; what comes instead when there is nothing. */
export function Rows({ none, children }: { readonly none: string; readonly children: readonly ReactNode[] }) {
  if (children.length === 0) return <p>{none}</p>;
  return <ul className={styles.rows}>{children}</ul>;
}

interface RowProps {
  readonly title: ReactNode;
  readonly amount?: string;
  readonly children?: ReactNode;
}

export function Row({ title, amount, children }: RowProps) {
  return (
    <li className={`row ${styles.row}`}>
      <div>
        <strong>{title}</strong>
        {children}
      </div>
      {amount ? <span className={styles.amount}>{amount}</span> : null}
    </li>
  );
}
