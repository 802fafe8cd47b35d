import type * as source from '../../en/console/settings'
import { wordsOf } from '../../plural'

const { count, number } = wordsOf('fr')

export const settings: typeof source.settings = {
  title: 'Réglages',
  tabs: { rules: 'Code PIN et identification', audit: 'Audit' },
  tabs_label: 'Parties des réglages',
  lockout: 'Quand un code PIN est mal saisi',
  lockout_text: 'Un blocage sur une tablette n’y gêne jamais les autres.',
  device_attempts: 'Codes erronés de suite sur une tablette',
  device_attempts_hint: 'Ensuite, cette personne est bloquée sur cette tablette. De 3 à 10.',
  device_minutes: 'Bloquée sur cette tablette pendant',
  person_attempts: 'Codes erronés en un jour, toutes tablettes',
  person_attempts_hint: 'Ensuite, cette personne est bloquée partout 24 heures. De 10 à 100.',
  sign_on: 'Durée d’une identification',
  sign_on_text: 'Passé ce temps, la tablette redemande le code PIN.',
  minutes: 'min',
  seconds: 's',
  hours: 'h',
  save: 'Enregistrer les réglages',
  saved: 'Réglages enregistrés. Les tablettes les auront à la prochaine synchronisation.',
  read_only: 'Seul un propriétaire peut les changer.',
  audit: {
    lead: 'Connexions et changements dans cette console, du plus récent au plus ancien.',
    when: 'Quand',
    who: 'Qui',
    what: 'Quoi',
    ip: 'Depuis',
    system: 'Counterfoil',
    actions: {
      'session.start': 'Connexion',
      'session.end': 'Déconnexion',
      'session.refused': 'Connexion refusée',
      'server.setup': 'Commerce mis en place',
      'store.create': 'Magasin ajouté',
      'store.update': 'Magasin modifié',
      'device.create': 'Tablette préparée',
      'device.claim': 'Une tablette a été associée',
      'device.claim_refused': 'Une deuxième tablette a été écartée',
      'device.update': 'Tablette modifiée',
      'device.pair_again': 'Tablette associée de nouveau',
      'device.revoke': 'Tablette révoquée',
      'staff.create': 'Personne ajoutée',
      'staff.update': 'Personne modifiée',
      'staff.pin': 'Code PIN défini',
      'staff.unlock': 'Personne débloquée',
      'staff.badge': 'Badge remis',
      'program.create': 'Programme lancé',
      'program.update': 'Programme modifié',
      'card.create': 'Cartes remises',
      'card.block': 'Carte bloquée',
      'card.unblock': 'Carte débloquée',
      'review.resolve': 'Vérification réglée',
      'settings.update': 'Réglages modifiés',
    },
    empty: {
      title: 'Rien encore',
      text: 'Chaque connexion et chaque changement s’inscrit ici.',
    },
  },
}

export const form: typeof source.form = {
  not_fitting: 'Cela ne convient pas ici. Vérifiez et réessayez.',
  errors: {
    REQUIRED: 'Ce champ est nécessaire.',
    TOO_SHORT: ({ limit }) => `Au moins ${count(limit, 'caractère', 'caractères')}.`,
    TOO_LONG: ({ limit }) =>
      `Au plus ${count(limit, 'caractère', 'caractères')}. Raccourcissez un peu.`,
    TOO_SMALL: ({ limit }) => `${number(limit)} ou plus.`,
    TOO_GREAT: ({ limit }) => `${number(limit)} ou moins.`,
    CHARACTERS: 'Il y a ici des caractères que personne ne voit. Retapez ce texte à la main.',
    IN_USE: 'Ceci est déjà pris. Choisissez autre chose.',
    NOT_AVAILABLE: 'Ceci ne sert plus. Choisissez autre chose.',
  },
  discard: 'Abandonner',
}
