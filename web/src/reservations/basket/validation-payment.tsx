import { useMutation, useQueryClient } from '@tanstack/react-query';
import { answered, api, type Schemas } from '../../api/client';
import { said } from '../../api/problem';
import { Button } from '../../design/button';
import { Notice } from '../../design/notice';
import { useNow } from '../../design/use-now';
import { moment, timeLeft } from '../../words/dates';
import { euros } from '../../words/money';

interface ValidationPaymentProps {
  readonly familyId: number;
  readonly validationId: number;
  readonly payment: Schemas['BasketPaymentDto'];
  readonly timeZone: string;
}

/** The places that are held to be paid: how much, by what first, until when; paid, or given up. */
export function ValidationPayment({ familyId, validationId, payment, timeZone }: ValidationPaymentProps) {
  switch (payment.state) {
    case 'PAID':
      return <Notice tone="good" title={payment.sentence} />;
    case 'NOT_PAID':
      return (
        <Notice tone="warn" title={payment.sentence}>
          <p>Ces jours sont toujours dans votre panier : vous pouvez les valider de nouveau.</p>
        </Notice>
      );
    case 'CHECKING':
      return (
        <Notice tone="warn" title={payment.sentence}>
          <p>Nous attendons la réponse de la page de paiement ; cette page se met à jour d’elle-même.</p>
        </Notice>
      );
    case 'AWAITING':
      return <ToPay familyId={familyId} validationId={validationId} payment={payment} timeZone={timeZone} />;
  }
}

function ToPay({ familyId, validationId, payment, timeZone }: ValidationPaymentProps) {
  const now = useNow();
  const path = { familyId, validationId };
  const pay = usePay(familyId, validationId);
  const giveUp = useRefreshing(familyId, () =>
    answered(api.DELETE('/api/v1/families/{familyId}/basket/validations/{validationId}/holds', { params: { path } })),
  );
  const error: unknown = pay.error ?? giveUp.error;
  const { toPayCents, creditCents, payUntil, sentence } = payment;
  return (
    <Notice tone="warn" title={sentence}>
      {payUntil ? (
        <p>
          À payer avant le {moment(payUntil, timeZone)} :{' '}
          <strong>{timeLeft(payUntil, now) ?? 'le délai est passé'}</strong>.
        </p>
      ) : null}
      {creditCents > 0 ? <p>Votre avoir paie d’abord {euros(creditCents)}.</p> : null}
      {error ? <p role="alert">{said(error)}</p> : null}
      <p className="acts">
        <Button pending={pay.isPending || pay.isSuccess} onPress={() => pay.mutate()}>
          {toPayCents > 0 && !payment.billedLater ? `Payer ${euros(toPayCents)}` : 'Réserver ces jours'}
        </Button>
        <Button kind="quiet" pending={giveUp.isPending} onPress={() => giveUp.mutate()}>
          Renoncer à ces places
        </Button>
      </p>
    </Notice>
  );
}

/** Goes to the page where one pays; where credit pays all, the days are reserved at once and one stays here. */
function usePay(familyId: number, validationId: number) {
  return useRefreshing(familyId, async () => {
    const { redirectUrl } = await answered(
      api.POST('/api/v1/families/{familyId}/basket/validations/{validationId}/payments', {
        params: { path: { familyId, validationId } },
      }),
    );
    if (redirectUrl) window.location.assign(redirectUrl);
  });
}

function useRefreshing(familyId: number, send: () => Promise<unknown>) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: send,
    onSettled: () => client.invalidateQueries({ queryKey: ['family', familyId] }),
  });
}
