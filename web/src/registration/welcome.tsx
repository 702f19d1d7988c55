import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { classOf } from '../design/button';
import { useTitle } from '../design/use-title';

/** « Bonjour Marc, votre compte espace famille a bien été créé ». */
export function Welcome({ message }: { readonly message: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useTitle('Votre compte est créé');
  return (
    <>
      <h1 ref={heading} tabIndex={-1}>
        {message}
      </h1>
      <p>Un message électronique vous le confirme. Vos corrections, s’il y en a, seront vérifiées par la mairie.</p>
      <p>
        <Link to="/" className={classOf()}>
          Accéder à mon espace famille
        </Link>
      </p>
    </>
  );
}
