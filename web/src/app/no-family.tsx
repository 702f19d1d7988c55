import { Notice } from '../design/notice';
import { useTitle } from '../design/use-title';

export function NoFamily() {
  useTitle('Aucun foyer');
  return (
    <main id="contenu" className="page stack">
      <h1>Aucun foyer</h1>
      <Notice title="Votre compte n’est rattaché à aucun foyer">
        <p>Appelez la mairie : elle peut rattacher votre compte au foyer de vos enfants.</p>
      </Notice>
    </main>
  );
}
