import { Link } from '@tanstack/react-router';
import { useTitle } from '../design/use-title';

/** The statement that the law asks for (loi du 11 février 2005, article 47), in the order of its model. */
export function AccessibilityPage() {
  useTitle('Accessibilité : non conforme');
  return (
    <main id="contenu" className="page stack">
      <h1>Déclaration d’accessibilité</h1>
      <p className="reading">
        La mairie s’engage à rendre l’espace famille accessible, conformément à l’article 47 de la loi n° 2005-102 du 11
        février 2005. Cette déclaration s’applique à l’espace famille, à toutes ses pages et à tous ses formulaires.
      </p>
      <section className="reading" aria-labelledby="etat">
        <h2 id="etat">État de conformité</h2>
        <p>
          L’espace famille est <strong>non conforme</strong> avec le référentiel général d’amélioration de
          l’accessibilité (RGAA), version 4.1.2 : aucun audit par une personne qualifiée n’a encore établi sa
          conformité.
        </p>
      </section>
      <section className="reading" aria-labelledby="resultats">
        <h2 id="resultats">Résultats des tests</h2>
        <p>
          Sans attendre cet audit, chaque page est éprouvée dans un navigateur, en clair et en sombre, sur téléphone et
          sur ordinateur, avec les règles automatiques de WCAG 2.2 (niveaux A et AA) : aucune erreur ne subsiste. Elle
          se lit sur un écran étroit et avec des lettres deux fois plus grandes. Tout se fait au clavier seul, et les
          états se disent par des mots, jamais par la couleur seule. Personne ne l’a encore essayée avec un lecteur
          d’écran dans son usage de tous les jours.
        </p>
      </section>
      <section className="reading" aria-labelledby="non-accessible">
        <h2 id="non-accessible">Contenus non accessibles</h2>
        <ul>
          <li>
            Les factures, quittances et attestations en PDF sont balisées, mais aucun outil ne l’a contrôlé : chaque
            facture se lit aussi, ligne par ligne, dans une page.
          </li>
          <li>Les fichiers que la mairie ou les familles joignent : ils ne sont pas vérifiés.</li>
          <li>La page de paiement de PayFiP (direction générale des Finances publiques), que la mairie n’édite pas.</li>
        </ul>
      </section>
      <section className="reading" aria-labelledby="etablissement">
        <h2 id="etablissement">Établissement de cette déclaration</h2>
        <p>
          Cette déclaration a été établie le 26 novembre 2026. L’espace famille est fait de HTML5, CSS, JavaScript et
          WAI-ARIA ; il est éprouvé dans Chromium, avec axe-core et au clavier.
        </p>
      </section>
      <section className="reading" aria-labelledby="contact">
        <h2 id="contact">Retour d’information et contact</h2>
        <p>
          Si vous n’arrivez pas à accéder à un contenu ou à un service, appelez la mairie ou écrivez-lui : elle vous
          orientera vers une autre façon de faire, ou vous enverra le contenu sous une autre forme. Ses coordonnées sont
          au pied de chaque page de votre espace, et dans le message par lequel elle vous a invité.
        </p>
      </section>
      <section className="reading" aria-labelledby="recours">
        <h2 id="recours">Voies de recours</h2>
        <p>
          Si vous avez signalé un défaut d’accessibilité à la mairie sans obtenir de réponse satisfaisante, vous pouvez
          écrire au Défenseur des droits (formulaire.defenseurdesdroits.fr, ou Défenseur des droits, Libre réponse
          71120, 75342 Paris CEDEX 07, sans affranchir), l’appeler au 09 69 39 00 00, ou joindre son délégué dans votre
          région.
        </p>
      </section>
      <Back />
    </main>
  );
}

function Back() {
  return (
    <p>
      <Link to="/">Revenir à l’espace famille</Link>
    </p>
  );
}
