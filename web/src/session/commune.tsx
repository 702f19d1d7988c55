import { usePublisher } from './publishers';
import styles from './sign-in.module.css';
import { useLook } from './use-look';
import type { Publisher } from './whose';

/** Whose these pages are: the name, the logo and the colour; the room for it until it is known, nothing where it is not. */
export function Commune({ collectiviteId }: { readonly collectiviteId?: number | undefined }) {
  const publisher = usePublisher(collectiviteId);
  if (publisher === null) return null;
  return <p className={styles.commune}>{publisher ? <Dressed publisher={publisher} /> : null}</p>;
}

function Dressed({ publisher }: { readonly publisher: Publisher }) {
  const logo = useLook(publisher.collectiviteId);
  return (
    <>
      {logo ? <img className={styles.logo} src={logo} alt="" /> : null}
      {publisher.name}
    </>
  );
}
