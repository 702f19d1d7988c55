import { useRouterState } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { Skeleton } from '../design/skeleton';
import styles from './at-first.module.css';

/**
 * Until the first page is known, for which the session may have to be renewed: on a slow line that takes seconds, and a
 * page that stays white looks broken.
 */
export function AtFirst({ children }: { readonly children?: ReactNode }) {
  const came = useRouterState({ select: ({ resolvedLocation }) => resolvedLocation !== undefined });
  return (
    <>
      {came ? null : (
        <main className={`page ${styles.first}`}>
          <Skeleton />
        </main>
      )}
      {children}
    </>
  );
}
