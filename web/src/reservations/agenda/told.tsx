import { type ReactNode, useEffect, useRef } from 'react';

/** What was just done takes the focus: it is told under what was ticked, which may be longer than the screen. */
export function Told({ children }: { readonly children: ReactNode }) {
  const told = useRef<HTMLDivElement>(null);
  useEffect(() => told.current?.focus(), []);
  return (
    <div ref={told} tabIndex={-1}>
      {children}
    </div>
  );
}
