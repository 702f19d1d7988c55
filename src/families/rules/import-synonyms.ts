/**
 * Headers by which each field of an import is recognised, folded and separated by bars. `#` is the guardian, as in
 * « resp 1 » or « parent 2 »; the second guardian's fields go by the same words as the first one's.
 */
export const SYNONYMS = {
  familyRef:
    'n famille | no famille | num famille | numero famille | numero de famille | n foyer | numero foyer | numero de foyer | code famille | code foyer | id famille | ref famille | reference famille',
  familyName: 'nom famille | nom de famille | nom de la famille | nom foyer | nom du foyer | famille | foyer',
  guardian1Civility: 'civilite # | civ # | titre #',
  guardian1LastName: 'nom # | nom de famille #',
  guardian1FirstName: 'prenom #',
  guardian1Email:
    'e mail # | email # | mail # | courriel # | adresse mail # | adresse e mail # | adresse email # | adresse electronique #',
  guardian1Phone:
    'tel # | telephone # | n telephone # | numero de telephone # | portable # | mobile # | tel portable # | telephone portable #',
  guardian2Civility: '',
  guardian2LastName: '',
  guardian2FirstName: '',
  guardian2Email: '',
  guardian2Phone: '',
  addressLine1: 'adresse | adresse 1 | adresse ligne 1 | adresse postale | voie | rue | n et voie | numero et voie',
  addressLine2:
    'complement | complement adresse | complement d adresse | complement de l adresse | adresse 2 | adresse ligne 2',
  postalCode: 'cp | code postal | codepostal',
  city: 'commune | ville | localite',
  quotient: 'qf | quotient | quotient familial | quotient caf | qf caf | valeur qf | montant qf',
  quotientFrom:
    'qf valable du | qf du | qf debut | debut qf | date debut qf | date de debut qf | qf valable a partir du | debut validite qf | qf valide du',
  quotientTo:
    'qf valable au | qf au | qf fin | fin qf | date fin qf | date de fin qf | qf valable jusqu au | fin validite qf | qf valide au',
  allocataireNumber:
    'n allocataire | no allocataire | num allocataire | numero allocataire | numero d allocataire | allocataire | n caf | numero caf | n allocataire caf | matricule caf',
  custody: 'garde | garde alternee | mode de garde | type de garde | semaines de garde',
  childLastName: 'nom enfant | nom de l enfant | nom de famille enfant | enfant nom | nom eleve | nom de l eleve',
  childFirstName: 'prenom enfant | prenom de l enfant | enfant prenom | prenom eleve | prenom de l eleve',
  birthDate:
    'ne e le | ne le | nee le | ne ou nee le | date de naissance | date naissance | naissance | date de naissance enfant | date de naissance de l enfant | date naissance enfant | ddn',
  sex: 'sexe | sexe enfant | genre | sexe de l enfant',
  school: 'ecole | etablissement | etablissement scolaire | nom ecole | nom de l ecole | ecole enfant',
  className: 'classe | niveau | classe enfant | niveau scolaire | niveau de classe',
  menu: 'menu | type de menu | type menu | regime | regime alimentaire | menu cantine',
  pai: 'pai | p a i | pai en cours | a un pai',
} as const;
