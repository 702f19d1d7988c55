import type { ReactNode } from 'react';
import styles from './button.module.css';

interface ButtonProps {
  readonly children: ReactNode;
  readonly kind?: 'main' | 'quiet' | 'danger';
  readonly type?: 'button' | 'submit';
  /** True while what it asked is under way: it keeps the focus, says so, and does nothing more. */
  readonly pending?: boolean;
  readonly disabled?: boolean;
  /** Instead of what is shown, which it holds: who speaks to the page says what is seen (WCAG 2.5.3). */
  readonly label?: string;
  readonly onPress?: () => void;
}

export function Button({ children, kind = 'main', type = 'button', pending, disabled, label, onPress }: ButtonProps) {
  return (
    <button
      className={classOf(kind)}
      type={type}
      disabled={disabled}
      aria-label={label}
      aria-disabled={pending || undefined}
      onClick={(event) => (pending ? event.preventDefault() : onPress?.())}
    >
      {pending ? <span role="status">Un instant…</span> : children}
    </button>
  );
}

/** For a link that is pressed like a button. */
export function classOf(kind: 'main' | 'quiet' | 'danger' = 'main'): string {
  return [styles.button, styles[kind]].filter(Boolean).join(' ');
}
