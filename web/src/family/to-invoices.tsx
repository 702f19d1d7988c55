import { Link } from '@tanstack/react-router';
import { useFamily } from './my-families';

/** Back to the page of the invoices, which all that is about money is reached from. */
export function ToInvoices() {
  const { familyId } = useFamily();
  return (
    <p>
      <Link to="/familles/$familyId/factures" params={{ familyId: String(familyId) }}>
        <span aria-hidden="true">‹ </span>Mes factures
      </Link>
    </p>
  );
}
