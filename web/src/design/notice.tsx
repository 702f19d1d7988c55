import type { ReactNode } from 'react';
import styles from './notice.module.css';

interface NoticeProps {
  readonly title: string;
  readonly children?: ReactNode;
  readonly tone?: 'good' | 'warn' | 'bad';
}

/** Something to be known; an error or what was just done is said at once, the rest is read in its place. */
export function Notice({ title, children, tone }: NoticeProps) {
  const role = tone === 'bad' ? 'alert' : tone === 'good' ? 'status' : undefined;
  return (
    <div className={tone ? `${styles.notice} ${styles[tone]}` : styles.notice} role={role}>
      <p>{title}</p>
      {children}
    </div>
  );
}
