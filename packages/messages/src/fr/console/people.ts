import type * as source from '../../en/console/people'
import { wordsOf } from '../../plural'

const { count } = wordsOf('fr')

export const people: typeof source.people = {
  title: 'Équipe',
  lead: 'Qui s’identifie aux tablettes. Chacun a son propre code PIN, pour que chaque tampon ait un nom.',
  add: 'Ajouter une personne',
  edit: 'Modifier',
  edit_title: ({ name }) => `Modifier ${name}`,
  name: 'Nom',
  number: 'Matricule',
  number_hint: 'Lettres, chiffres et traits d’union, 20 au plus.',
  number_taken: 'Quelqu’un d’autre a déjà ce matricule. Choisissez-en un autre.',
  pin: 'Code PIN',
  pin_hint: 'Six chiffres, c’est le mieux ; de quatre à huit, c’est possible.',
  pin_later: 'Sans code PIN, la personne ne peut pas s’identifier. Cela peut se faire plus tard.',
  badge: 'Badge',
  state: 'État',
  pin_set: ({ when }) => `Défini ${when}`,
  pin_none: 'Pas encore de code PIN',
  pin_due: 'Nouveau code PIN requis',
  due_title: ({ people: n }) =>
    `${count(n, 'personne a besoin', 'personnes ont besoin')} d’un nouveau code PIN`,
  pin_due_text:
    'Le code PIN a été tapé sur une tablette signalée volée. L’ancien marche jusqu’à ce qu’il soit changé.',
  badge_yes: 'Remis',
  badge_no: 'Aucun',
  inactive: 'Inactif',
  active: 'Actif',
  locked: 'Code PIN bloqué',
  show_inactive: 'Afficher les inactifs',
  set_pin: 'Définir le code PIN',
  change_pin: 'Changer le code PIN',
  pin_title: ({ name }) => `Code PIN de ${name}`,
  pin_text:
    'Laissez la personne le saisir elle-même. Personne ne pourra le lire ensuite, pas même vous.',
  pin_saved: ({ name }) => `${name} a un nouveau code PIN`,
  pin_old: 'L’ancien code reste valable pour ce qu’une tablette a fait avant cet instant.',
  pin_show: 'Afficher le code PIN',
  pin_hide: 'Masquer le code PIN',
  weak: {
    LENGTH: 'Un code PIN a de quatre à huit chiffres.',
    REPEATED: 'Un seul chiffre répété se devine en premier. Mélangez.',
    RUN: 'Des chiffres qui se suivent se devinent en premier. Mélangez.',
    YEAR: 'Cette année et ses voisines se devinent en premier. Choisissez d’autres chiffres.',
    PERSONNEL_NUMBER: 'Le matricule n’est pas un secret. Choisissez d’autres chiffres.',
    COMMON: 'Beaucoup de gens utilisent celui-ci. Choisissez d’autres chiffres.',
  },
  unlock: 'Débloquer',
  unlock_title: ({ name }) => `Débloquer ${name} ?`,
  unlock_text:
    'Tous les blocages sont levés et les compteurs repartent de zéro. Si ce n’est pas la personne elle-même qui s’est trompée, définissez un nouveau code PIN.',
  unlocked: ({ name }) => `${name} peut de nouveau s’identifier`,
  locked_everywhere: ({ until }) => `Bloqué sur toutes les tablettes jusqu’à ${until}`,
  locked_at: ({ tablet, until }) => `Bloqué sur ${tablet} jusqu’à ${until}`,
  locked_why: 'Trop de codes erronés. Le blocage prend fin tout seul, ou vous le levez maintenant.',
  issue_badge: 'Remettre un badge',
  new_badge: 'Nouveau badge',
  badge_title: ({ name }) => `Badge de ${name}`,
  badge_confirm:
    'Le code ne s’affiche qu’une fois, à imprimer ou à photographier. Un badge remis auparavant cesse de fonctionner.',
  badge_shown:
    'Imprimez-le maintenant : le code ne s’affichera plus. Un badge perdu se remplace par un nouveau.',
  badge_qr: 'Code du badge',
  deactivate: 'Désactiver',
  activate: 'Activer',
  deactivate_title: ({ name }) => `Désactiver ${name} ?`,
  deactivate_text:
    'Cette personne ne pourra plus s’identifier. Tout ce qu’elle a fait garde son nom, et vous pourrez la réactiver.',
  activate_title: ({ name }) => `Activer ${name} ?`,
  activate_text: 'Cette personne pourra de nouveau s’identifier avec son code PIN.',
  deactivated: ({ name }) => `${name} est inactif`,
  activated: ({ name }) => `${name} est de nouveau actif`,
  saved: 'Enregistré',
  added: ({ name }) => `${name} fait partie de l’équipe`,
  since: 'Ici depuis le',
  history: 'Ce que cette personne a fait',
  empty: {
    title: 'Personne pour l’instant',
    text: 'Ajoutez celles et ceux qui travaillent à vos tablettes. Un nom et un matricule suffisent ; le code PIN peut venir plus tard.',
  },
}
