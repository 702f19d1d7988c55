import { Link } from '@tanstack/react-router';
import { classOf } from '../../design/button';

/** The place is held for the family: it is paid, or given up, on the page of its validation. */
export function AwaitedPayment({
  familyId,
  validationId,
}: {
  readonly familyId: number;
  readonly validationId: number;
}) {
  return (
    <p>
      <Link
        className={classOf()}
        to="/familles/$familyId/panier/paiements/$validationId"
        params={{ familyId: String(familyId), validationId: String(validationId) }}
      >
        Payer ce qui est gardé
      </Link>
    </p>
  );
}
