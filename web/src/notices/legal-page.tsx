import { Link, useSearch } from '@tanstack/react-router';
import { useTitle } from '../design/use-title';
import { Publishers } from './publishers';

/** Who publishes this, and what becomes of what one types here. */
export function LegalPage() {
  const { mairie } = useSearch({ from: '/mentions-legales' });
  useTitle('Mentions légales');
  return (
    <main id="contenu" className="page stack">
      <h1>Mentions légales et données personnelles</h1>
      <section className="reading" aria-labelledby="editeur">
        <h2 id="editeur">Éditeur</h2>
        <p>
          L’espace famille est édité par la collectivité qui organise la restauration scolaire et l’accueil
          périscolaire.
        </p>
        <Publishers mairie={mairie} />
      </section>
      <section className="reading" aria-labelledby="donnees">
        <h2 id="donnees">Vos données</h2>
        <p>
          La collectivité est responsable de leur traitement, pour sa mission de service public (article 6, 1, e du
          RGPD) : réserver, accueillir les enfants, facturer, encaisser. Elle n’en fait rien d’autre : ni publicité, ni
          mesure d’audience, ni service tiers dans ces pages.
        </p>
        <p>
          Ce qui se paie est transmis à la Trésorerie, qui tient les comptes de la collectivité, et à PayFiP, le service
          de paiement de l’État, quand vous payez en ligne. L’hébergeur garde vos données pour le compte de la
          collectivité, sans s’en servir.
        </p>
        <ul>
          <li>
            Seuls les agents qui en ont besoin les voient, et leurs consultations les plus sensibles sont tracées.
          </li>
          <li>Les parents séparés ont chacun leur foyer : l’un ne voit rien de l’autre.</li>
          <li>
            Un PAI est conservé chiffré ; ses documents sont effacés quand il se termine ou qu’un autre le remplace.
          </li>
          <li>Un justificatif d’absence est effacé deux mois après la facture, ou un an après l’absence.</li>
          <li>
            Les factures, les paiements et l’explication de chaque prix sont des pièces comptables : la loi les fait
            garder dix ans.
          </li>
        </ul>
      </section>
      <section className="reading" aria-labelledby="droits">
        <h2 id="droits">Vos droits</h2>
        <p>
          Vous pouvez demander à la collectivité l’accès à vos données, leur rectification, leur effacement ou la
          limitation de leur traitement, et vous opposer à celui-ci : par « Mes demandes », à la mairie, ou auprès de
          son délégué à la protection des données, ci-dessus. Si sa réponse ne vous satisfait pas, vous pouvez saisir la
          CNIL (cnil.fr).
        </p>
      </section>
      <section className="reading" aria-labelledby="temoins">
        <h2 id="temoins">Témoins de connexion</h2>
        <p>
          Un seul témoin (cookie) est déposé quand vous vous connectez : il garde votre session ouverte et disparaît
          quand vous vous déconnectez. Ce que vous êtes en train d’écrire est gardé dans votre navigateur jusqu’à
          l’envoi, et le dernier planning affiché, pour être relu sans réseau : se déconnecter efface l’un et l’autre.
        </p>
      </section>
      <p>
        <Link to="/">Revenir à l’espace famille</Link>
      </p>
    </main>
  );
}
