import type { ReactNode } from 'react';
import { Button as Pressable } from 'react-aria-components/Button';
import styles from './button.module.css';

interface ButtonProps {
  readonly children: ReactNode;
  readonly kind?: 'main' | 'quiet' | 'danger';
  readonly type?: 'button' | 'submit';
  /** True while what it asked is under way: it keeps the focus, says so, and does nothing more. */
  readonly pending?: boolean;
  readonly disabled?: boolean;
  readonly label?: string;
  readonly onPress?: () => void;
}

export function Button({ children, kind = 'main', type = 'button', pending, disabled, label, onPress }: ButtonProps) {
  return (
    <Pressable
      className={classOf(kind)}
      type={type}
      isDisabled={disabled ?? false}
      {...(label ? { 'aria-label': label } : {})}
      onPress={() => (pending ? undefined : onPress?.())}
    >
      {pending ? <span role="status">Un instant…</span> : children}
    </Pressable>
  );
}

/** For a link that is pressed like a button. */
export function classOf(kind: 'main' | 'quiet' | 'danger' = 'main'): string {
  return [styles.button, styles[kind]].filter(Boolean).join(' ');
}
