import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTitle } from '../design/use-title';
import { myAccount, useFamily } from '../family/my-families';
import styles from './account.module.css';
import { ChangePassword } from './change-password';
import { SignOut } from './sign-out';

/** Who one is here, one's password, and the devices where one is signed in. */
export function AccountPage() {
  const { data: account } = useSuspenseQuery(myAccount);
  const { familyId } = useFamily();
  useTitle('Mon compte');
  return (
    <div className={`stack ${styles.narrow}`}>
      <h1>Mon compte</h1>
      <section className="card" aria-labelledby="qui">
        <h2 id="qui">
          {account.firstName} {account.lastName}
        </h2>
        <dl className={styles.facts}>
          <dt>Identifiant de connexion</dt>
          <dd>{account.email}</dd>
        </dl>
        <p>
          Votre nom ou votre adresse électronique ont changé ? La mairie les corrige :{' '}
          <Link to="/familles/$familyId/demandes" params={{ familyId: String(familyId) }}>
            écrivez-lui
          </Link>
          .
        </p>
      </section>
      <section className="card" aria-labelledby="mot-de-passe">
        <h2 id="mot-de-passe">Changer de mot de passe</h2>
        <ChangePassword email={account.email} />
      </section>
      <section className="card" aria-labelledby="appareils">
        <h2 id="appareils">Se déconnecter</h2>
        <SignOut />
      </section>
    </div>
  );
}
