import { queryOptions, useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { answered, api, type Schemas } from '../api/client';
import { fetchInSession } from './fetch-in-session';

const look = (collectiviteId: number) =>
  queryOptions({
    queryKey: ['look', collectiviteId],
    queryFn: () =>
      answered(api.GET('/api/v1/collectivites/{collectiviteId}/look', { params: { path: { collectiviteId } } })),
    staleTime: 60 * 60_000,
  });

/** The address of the image in this page, which the security policy lets it show. */
const logo = (collectiviteId: number, logoId: number | null) =>
  queryOptions({
    queryKey: ['look', collectiviteId, logoId],
    queryFn: async () => {
      const answer = await fetchInSession(new Request(`/api/v1/collectivites/${collectiviteId}/logo`));
      return answer.ok ? URL.createObjectURL(await answer.blob()) : null;
    },
    enabled: logoId !== null,
    staleTime: Infinity,
    gcTime: Infinity,
  });

/** Dresses the pages in the colours of the commune, and gives the address of its logo; null while there is none. */
export function useLook(collectiviteId: number): string | null {
  const { data } = useQuery(look(collectiviteId));
  const { data: address } = useQuery(logo(collectiviteId, data?.logoId ?? null));
  const theme = data?.theme ?? null;
  useEffect(() => (theme ? wear(theme) : undefined), [theme]);
  return address ?? null;
}

/** A sheet of rules that the page makes itself, which the security policy allows; gone when one leaves the commune. */
function wear({ light, dark }: Schemas['ThemeDto']): () => void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`:root { ${tokens(light)} } @media (prefers-color-scheme: dark) { :root { ${tokens(dark)} } }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  return () => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((worn) => worn !== sheet);
  };
}

function tokens({ accent, accentStrong, onAccent }: Schemas['ShadesDto']): string {
  return `--accent: ${accent}; --accent-strong: ${accentStrong}; --on-accent: ${onAccent};`;
}
