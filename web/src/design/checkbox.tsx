import { Checkbox as Box } from 'react-aria-components/Checkbox';
import styles from './field.module.css';

interface CheckboxProps {
  readonly children: string;
  readonly isSelected: boolean;
  readonly onChange: (selected: boolean) => void;
}

export function Checkbox({ children, isSelected, onChange }: CheckboxProps) {
  return (
    <Box className={styles.check} isSelected={isSelected} onChange={onChange}>
      <span className={styles.box} aria-hidden="true">
        {isSelected ? '✓' : ''}
      </span>
      {children}
    </Box>
  );
}
