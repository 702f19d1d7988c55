import { Link } from '@tanstack/react-router';
import { Notice } from '../design/notice';
import { useTitle } from '../design/use-title';

export function NotFound() {
  useTitle('Page introuvable', true);
  return (
    <div className="stack">
      <h1>Page introuvable</h1>
      <Notice title="Cette page n’existe pas, ou n’est pas la vôtre">
        <p>
          <Link to="/">Revenir à mon espace famille</Link>
        </p>
      </Notice>
    </div>
  );
}

/** The same where nothing surrounds it. */
export function NotFoundPage() {
  return (
    <main id="contenu" className="page">
      <NotFound />
    </main>
  );
}
