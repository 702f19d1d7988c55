import { Link } from '@tanstack/react-router';
import { Refused, said } from '../api/problem';
import { Button, classOf } from '../design/button';
import { Notice } from '../design/notice';
import { euros } from '../words/money';
import { type ToPay, usePay } from './use-pay';

interface PayProps {
  readonly familyId: number;
  /** Null when there is nothing to pay any longer: why the last try failed is still said. */
  readonly chosen: ToPay | null;
  /** The commune tries online payment: no money moves. */
  readonly test: boolean;
}

/** Pays online what is chosen, for the amount that is shown. */
export function Pay({ familyId, chosen, test }: PayProps) {
  const { pending, error, changed, pay } = usePay(familyId, chosen);
  if (changed) {
    return (
      <Notice tone="warn" title={`Le montant a changé entre-temps : il reste ${euros(changed.cents)} à payer.`}>
        <p>
          <a className={classOf()} href={changed.redirectUrl}>
            Continuer vers le paiement de {euros(changed.cents)}
          </a>
        </p>
      </Notice>
    );
  }
  return (
    <>
      {error ? (
        <Notice tone="bad" title="Le paiement n’a pas pu commencer">
          <p>{said(error)}</p>
          <UnderWay familyId={familyId} error={error} />
        </Notice>
      ) : null}
      {chosen ? (
        <>
          <p className="acts">
            <Button pending={pending} disabled={chosen.cents === 0} onPress={pay}>
              Payer en ligne {euros(chosen.cents)}
            </Button>
          </p>
          <p className="soft">
            {test
              ? 'La commune essaie le paiement en ligne : rien ne sera débité ni réglé.'
              : 'Par carte bancaire ou prélèvement unique, sur PayFiP, le site de paiement des services publics. Vous revenez ensuite ici.'}
          </p>
        </>
      ) : null}
    </>
  );
}

/** The way to the payment that is under way already: to its page for who began it, to what becomes of it for the other parent. */
function UnderWay({ familyId, error }: { readonly familyId: number; readonly error: unknown }) {
  if (!(error instanceof Refused) || error.code !== 'ONLINE_PAYMENT_UNDER_WAY') return null;
  const { redirectUrl, onlinePaymentId } = error.more;
  return (
    <p className="acts">
      {typeof redirectUrl === 'string' ? <a href={redirectUrl}>Terminer le paiement en cours</a> : null}
      <Link
        to="/familles/$familyId/paiements/en-ligne/$onlinePaymentId"
        params={{ familyId: String(familyId), onlinePaymentId: String(onlinePaymentId) }}
      >
        Voir où en est ce paiement
      </Link>
    </p>
  );
}
