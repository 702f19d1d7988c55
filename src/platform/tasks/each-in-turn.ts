/** Works on each item; one that fails does not keep the next ones waiting, and is told once all had their turn. */
export async function eachInTurn<Item, Result>(
  items: Iterable<Item> | AsyncIterable<Item>,
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = [];
  const failures: Error[] = [];
  for await (const item of items) {
    await work(item).then(
      (result) => results.push(result),
      (error: unknown) => failures.push(error as Error),
    );
  }
  if (failures.length > 0) throw new AggregateError(failures, failures.map(({ message }) => message).join(' ; '));
  return results;
}
