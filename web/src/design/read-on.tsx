import { Button } from './button';

interface ReadOnProps {
  /** A list that is read by pages. */
  readonly list: {
    readonly hasNextPage: boolean;
    readonly isFetchingNextPage: boolean;
    readonly fetchNextPage: () => Promise<{ readonly error: unknown }>;
  };
  /** « Voir les plus anciennes » */
  readonly children: string;
}

/** The way to the rest of a list, while there is some. */
export function ReadOn({ list: { hasNextPage, isFetchingNextPage, fetchNextPage }, children }: ReadOnProps) {
  if (!hasNextPage) return null;
  return (
    <p>
      <Button kind="quiet" pending={isFetchingNextPage} onPress={() => void fetchNextPage()}>
        {children}
      </Button>
    </p>
  );
}
