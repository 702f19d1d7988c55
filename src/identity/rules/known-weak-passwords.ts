/**
 * Words on which most guessed passwords are built, in French and in English, without case or accents. A password
 * made of one or two of them is refused whatever digits and signs are put around.
 */
export const KNOWN_WEAK = new Set(
  `
  motdepasse motdepass mdp password passwords passe pass secret secrets admin administrateur administrator root user
  utilisateur login connexion identifiant compte bienvenue welcome bonjour bonsoir salut hello coucou
  azerty azertyuiop qwerty qwertyuiop qsdfgh qsdfghjklm wxcvbn asdfgh asdfghjkl zxcvbn qwertz qazwsx azeqsd
  abcdef abcdefg abcdefgh abc abcd aze iloveyou jetaime jetadore jetm letmein trustno monkey dragon master football
  baseball superman batman princess princesse starwars pokemon naruto doudou loulou chouchou soleil sunshine
  chocolat chocolate marseille paris lyon france bretagne psg olympique ronaldo messi zidane mbappe
  camille nicolas julien thomas charlotte caroline isabelle sebastien alexandre stephanie
  famille family espacefamille portailfamille mairie commune cantine garderie ecole periscolaire centredeloisirs
  maison papa maman enfant enfants bebe toutou cheval licorne amour liberte vacances
  janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre printemps ete automne hiver
  lundi mardi mercredi jeudi vendredi samedi dimanche
  test tests testtest demo changeme changezmoi default temporaire temp provisoire
  `
    .trim()
    .split(/\s+/),
);
