import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from '../../design/button';
import { counted, countedDays } from '../../words/counted';
import styles from './planning.module.css';
import { basket } from '../queries';
import type { Toggled, Wish } from './use-toggle-cells';

interface BasketToastProps {
  readonly familyId: number;
  /** What was just done. */
  readonly toggled: Toggled | undefined;
  readonly onUndo: (wish: Wish) => void;
}

/** What was just done, which can be undone, and what the basket holds: not what it held before, while it is read again. */
export function BasketToast({ familyId, toggled, onUndo }: BasketToastProps) {
  const { data, isFetching } = useQuery(basket(familyId));
  const inBasket = data?.lines.length ?? 0;
  const just = toggled ? justDone(toggled) : null;
  if (inBasket === 0 && !just) return null;
  return (
    <div className={styles.toast}>
      <p role="status">
        {just && isFetching ? just : `${just ? `${just} – ` : ''}${countedDays(inBasket)} dans le panier`}
      </p>
      {toggled && just && toggled.undo.lineIds.length + toggled.undo.places.length > 0 ? (
        <Button kind="quiet" label={`Annuler : ${just}`} onPress={() => onUndo(toggled.undo)}>
          Annuler
        </Button>
      ) : null}
      {inBasket > 0 ? (
        <Link to="/familles/$familyId/panier" params={{ familyId: String(familyId) }}>
          Voir et valider
        </Link>
      ) : null}
    </div>
  );
}

function justDone({ added, takenBack }: Toggled): string | null {
  if (added > 0) return counted(added, 'jour ajouté', 'jours ajoutés');
  return takenBack > 0 ? counted(takenBack, 'jour retiré', 'jours retirés') : null;
}
