import { Button } from '../../design/button';

/** Adds a free day to the basket, or takes it back. */
export function ToggleAct({ inBasket, onToggle }: { readonly inBasket: boolean; readonly onToggle: () => void }) {
  return (
    <Button kind={inBasket ? 'quiet' : 'main'} onPress={onToggle}>
      {inBasket ? 'Retirer du panier' : 'Ajouter au panier'}
    </Button>
  );
}
