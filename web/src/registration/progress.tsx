import type { Registration } from './queries';
import styles from './registration.module.css';
import { type Step, STEPS } from './steps';

/** How far one is: said in words, for eyes and ears alike. */
export function Progress({ registration, step }: { readonly registration: Registration; readonly step: Step }) {
  const here = STEPS.findIndex((one) => one.step === step);
  return (
    <nav aria-label="Étapes de la création de compte">
      <p>
        Étape {here + 1} sur {STEPS.length}. Chaque étape est enregistrée quand vous la quittez : vous pouvez reprendre
        plus tard, même sur un autre appareil, avec le lien reçu.
      </p>
      <ol className={styles.progress}>
        {STEPS.map((one) => (
          <li key={one.step} aria-current={one.step === step ? 'step' : undefined}>
            {one.title}
            <span className={styles.state}>{stateOf(registration[one.saved] !== null, one.step === step)}</span>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function stateOf(saved: boolean, here: boolean): string {
  if (here) return 'en cours';
  return saved ? '✓ enregistrée' : 'à faire';
}
