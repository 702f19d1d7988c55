import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { claims } from '../claims/queries';
import { plans } from '../instalments/queries';
import { directDebit } from '../mandates/queries';
import { credit } from '../payments/queries';
import { reminders } from '../reminders/queries';
import { euros } from '../words/money';

/** All that is about money besides invoices; what the family is not concerned by is left out. */
export function MoneyPlaces({ familyId }: { readonly familyId: number }) {
  const params = { familyId: String(familyId) };
  const { data: held } = useQuery(credit(familyId));
  const { data: debit } = useQuery(directDebit(familyId));
  const { data: agreed } = useQuery(plans(familyId));
  const { data: atTreasury } = useQuery(claims(familyId));
  const { data: reminded } = useQuery(reminders(familyId));
  return (
    <nav aria-labelledby="aussi">
      <h2 id="aussi">Aussi</h2>
      <ul>
        <li>
          <Link to="/familles/$familyId/paiements" params={params}>
            Paiements et quittances
          </Link>
        </li>
        <li>
          <Link to="/familles/$familyId/attestations" params={params}>
            Attestations fiscales et de paiement
          </Link>
        </li>
        <li>
          <Link to="/familles/$familyId/avoir" params={params}>
            Mon avoir{held ? ` : ${euros(held.heldCents)}` : ''}
          </Link>
        </li>
        {debit && (debit.offered || debit.mandate) ? (
          <li>
            <Link to="/familles/$familyId/prelevement" params={params}>
              Prélèvement automatique
            </Link>
          </li>
        ) : null}
        {agreed && agreed.length > 0 ? (
          <li>
            <Link to="/familles/$familyId/echeanciers" params={params}>
              Paiement en plusieurs fois
            </Link>
          </li>
        ) : null}
        {atTreasury && atTreasury.length > 0 ? (
          <li>
            <Link to="/familles/$familyId/tresorerie" params={params}>
              À la Trésorerie : {euros(atTreasury.reduce((sum, { openCents }) => sum + openCents, 0))}
            </Link>
          </li>
        ) : null}
        {reminded && reminded.length > 0 ? (
          <li>
            <Link to="/familles/$familyId/relances" params={params}>
              Relances reçues
            </Link>
          </li>
        ) : null}
      </ul>
    </nav>
  );
}
