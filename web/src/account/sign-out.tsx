import { answered, api } from '../api/client';
import { Button } from '../design/button';
import { Form } from '../design/forms/form';
import { useSubmit } from '../design/forms/use-submit';
import { session } from '../session/session';

/** Here, or everywhere: a phone that was lent, lost or sold opens nothing any more. */
export function SignOut() {
  const { pending, error, submit } = useSubmit(async () => {
    await answered(api.POST('/api/v1/me/session-endings'));
    await session.end();
  });
  return (
    <Form submit={submit} error={error}>
      <p>
        Un appareil prêté, perdu ou vendu ? Déconnectez-les tous d’un coup, celui-ci compris : vous vous reconnecterez
        avec votre mot de passe.
      </p>
      <div className="acts">
        <Button kind="quiet" onPress={() => void session.end()}>
          Se déconnecter de cet appareil
        </Button>
        <Button kind="danger" type="submit" pending={pending}>
          Se déconnecter partout
        </Button>
      </div>
    </Form>
  );
}
