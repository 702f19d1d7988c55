import { TextField } from './text-field';

/** A bank account, as it is typed. */
export interface TypedAccount {
  readonly iban: string;
  readonly bic: string;
  readonly holder: string;
}

export const NO_ACCOUNT: TypedAccount = { iban: '', bic: '', holder: '' };

interface AccountFieldsProps {
  readonly value: TypedAccount;
  readonly onChange: (value: TypedAccount) => void;
  /** What the service says of each field. */
  readonly errors: ReadonlyMap<string, string>;
}

export function AccountFields({ value, onChange, errors }: AccountFieldsProps) {
  return (
    <>
      <p className="soft">Tout est à remplir, sauf ce qui est dit facultatif.</p>
      <TextField
        label="Titulaire du compte"
        name="holder"
        autoComplete="name"
        value={value.holder}
        onChange={(holder) => onChange({ ...value, holder })}
        error={errors.get('holder')}
        required
        maxLength={70}
      />
      <TextField
        label="IBAN"
        name="iban"
        hint="Sur votre RIB ; avec ou sans espaces."
        value={value.iban}
        onChange={(iban) => onChange({ ...value, iban })}
        error={errors.get('iban')}
        required
        maxLength={60}
      />
      <TextField
        label="BIC (facultatif)"
        name="bic"
        hint="Nécessaire pour un compte tenu à l’étranger."
        value={value.bic}
        onChange={(bic) => onChange({ ...value, bic })}
        error={errors.get('bic')}
        maxLength={20}
      />
    </>
  );
}

/** As the service takes it. */
export function accountToSend({ iban, bic, holder }: TypedAccount) {
  return { iban: iban.trim(), holder: holder.trim(), ...(bic.trim() ? { bic: bic.trim() } : {}) };
}
