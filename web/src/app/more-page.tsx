import { Link } from '@tanstack/react-router';
import { Button } from '../design/button';
import { useTitle } from '../design/use-title';
import { useFamily } from '../family/my-families';
import { session } from '../session/session';
import styles from './shell.module.css';
import { PLACES } from './places';

export function MorePage() {
  const { familyId } = useFamily();
  useTitle('Plus');
  return (
    <div className="stack">
      <h1>Plus</h1>
      <ul className={styles.more}>
        {PLACES.filter(({ use }) => use !== 'often').map(({ to, label }) => (
          <li key={to}>
            <Link to={to} params={{ familyId: String(familyId) }}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
      <p>
        <Button kind="quiet" onPress={() => void session.end()}>
          Se déconnecter
        </Button>
      </p>
    </div>
  );
}
