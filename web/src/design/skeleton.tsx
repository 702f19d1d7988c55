import styles from './skeleton.module.css';

/** The shape of what is coming. */
export function Skeleton() {
  return (
    <div className={styles.skeleton} role="status">
      <span className="for-ears">Chargement…</span>
      <span aria-hidden="true" />
      <span aria-hidden="true" />
      <span aria-hidden="true" />
    </div>
  );
}
