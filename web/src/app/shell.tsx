import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useRef } from 'react';
import { Skeleton } from '../design/skeleton';
import { session } from '../session/session';
import { useLook } from '../session/use-look';
import { useSession } from '../session/use-session';
import { Button } from '../design/button';
import { contacts, myAccount, myFamilies, useFamily } from '../family/my-families';
import { PhoneLink } from '../design/phone-link';
import { Navigation } from './navigation';
import { PLACES } from './places';
import styles from './shell.module.css';

const SignInAgain = lazy(() => import('../session/sign-in-again'));

/** What surrounds each page of a family: whose it is, where one may go, and the page. */
export function Shell() {
  const family = useFamily();
  const { data: account } = useQuery(myAccount);
  const { data: mairie } = useQuery(contacts(family.collectiviteId));
  const logo = useLook(family.collectiviteId);
  const expired = useSession() === 'expired';
  const familyId = String(family.familyId);
  return (
    <>
      <a className={styles.skip} href="#contenu">
        Aller au contenu
      </a>
      <header className={styles.header}>
        <div className={styles.band}>
          <Link className={styles.commune} to="/familles/$familyId" params={{ familyId }}>
            {logo ? <img className={styles.logo} src={logo} alt="" /> : null}
            {family.collectiviteName}
          </Link>
          <OtherFamilies />
          <ul className={styles.own}>
            {PLACES.filter(({ use }) => use === 'own').map(({ to, label }) => (
              <li key={to}>
                <Link to={to} params={{ familyId }} activeProps={{ 'aria-current': 'page' }}>
                  {label}
                </Link>
              </li>
            ))}
            <li>
              <Button kind="quiet" onPress={() => void session.end()}>
                Se déconnecter
              </Button>
            </li>
          </ul>
          <Navigation familyId={family.familyId} />
        </div>
      </header>
      <Arrival />
      <footer className={styles.footer}>
        <div className={styles.band}>
          <p>
            {mairie?.name ?? family.collectiviteName}
            {mairie ? ' · ' : null}
            {mairie ? <PhoneLink phone={mairie.phone} /> : null}
          </p>
          <ul className={styles.texts}>
            <li>
              <Link to="/accessibilite">Accessibilité : non conforme</Link>
            </li>
            <li>
              <Link to="/mentions-legales" search={{ mairie: family.collectiviteId }}>
                Mentions légales
              </Link>
            </li>
          </ul>
        </div>
      </footer>
      {account && expired ? (
        <Suspense>
          <SignInAgain email={account.email} />
        </Suspense>
      ) : null}
    </>
  );
}

/** The page. As one arrives on another one, it takes the focus, so that it is read from its beginning. */
function Arrival() {
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const main = useRef<HTMLElement>(null);
  const arrived = useRef(path);
  useEffect(() => {
    if (arrived.current === path) return;
    arrived.current = path;
    main.current?.focus();
    window.scrollTo(0, 0);
  }, [path]);
  return (
    <main ref={main} className={styles.main} id="contenu" tabIndex={-1}>
      <Suspense fallback={<Coming />}>
        <Outlet />
      </Suspense>
    </main>
  );
}

function OtherFamilies() {
  const { data } = useSuspenseQuery(myFamilies);
  const here = useFamily();
  const others = data.filter(({ familyId }) => familyId !== here.familyId);
  if (others.length === 0) return null;
  return (
    <ul className={styles.others}>
      {others.map((other) => (
        <li key={other.familyId}>
          <Link to="/familles/$familyId" params={{ familyId: String(other.familyId) }}>
            Foyer {other.name}, {other.collectiviteName}
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** As high as the screen: the foot of the page would be there for a moment, then move from under the thumb. */
function Coming() {
  return (
    <div className={styles.coming}>
      <Skeleton />
    </div>
  );
}
