import type * as source from '../../en/console/shell'

export const nav: typeof source.nav = {
  label: 'Navigation principale',
  today: 'Aujourd’hui',
  programs: 'Programmes',
  cards: 'Cartes',
  customers: 'Clients',
  performances: 'Représentations',
  venues: 'Spectacles et lieux',
  clock: 'Heures',
  mails: 'E-mails',
  stores: 'Magasins et tablettes',
  people: 'Équipe',
  ledger: 'Registre',
  reviews: 'À vérifier',
  settings: 'Réglages',
  merchants: 'Commerces',
  business: 'Commerce',
  open_label: 'à décider',
  quiet_label: 'sans nouvelles',
}

export const shell: typeof source.shell = {
  roles: { owner: 'Propriétaire', manager: 'Responsable', viewer: 'Lecture seule' },
  platform_admin: 'Administration de la plateforme',
  account: 'Compte',
  theme: 'Apparence',
  themes: { system: 'Système', light: 'Clair', dark: 'Sombre' },
  switch_merchant: 'Changer de commerce',
  on_behalf: ({ merchant }) =>
    `Vous travaillez pour ${merchant}. Tout ce que vous faites ici est consigné à votre nom.`,
  notices: 'État',
  leave: 'Retour à tous les commerces',
  offline: {
    title: 'Pas de connexion',
    text: 'Vous voyez le dernier état connu. Les nouveautés apparaîtront dès le retour du réseau.',
  },
  live_again: 'Connexion rétablie',
  loading: 'Ouverture des livres',
  request: ({ id }) => `Requête ${id}`,
  not_found: {
    title: 'Cette page n’existe pas',
    text: 'L’adresse est peut-être mal saisie, ou le contenu a été déplacé.',
    action: 'Aller à « Aujourd’hui »',
  },
  crashed: {
    title: 'Cette page a trébuché',
    text: 'C’est notre faute. Rien n’est perdu : ce qui est enregistré le reste. Rechargez la page.',
    action: 'Recharger',
  },
  no_merchant: {
    title: 'Aucun commerce pour l’instant',
    text: 'Votre compte n’est rattaché à aucun commerce. Demandez à un propriétaire de vous ajouter, puis reconnectez-vous.',
  },
  load_more: 'Afficher la suite',
  everything: 'C’est tout.',
  copy_failed: 'La copie n’a pas marché. Sélectionnez le texte et copiez-le à la main.',
}

export const sign_in: typeof source.sign_in = {
  title: 'Connexion',
  lead: 'La console de votre comptoir, de votre porte et de votre pointeuse.',
  email: 'E-mail',
  password: 'Mot de passe',
  show_password: 'Afficher le mot de passe',
  hide_password: 'Masquer le mot de passe',
  totp: 'Code de votre application d’authentification',
  totp_hint: 'Six chiffres, ou un code de secours.',
  submit: 'Se connecter',
  ended: 'Votre session est terminée. Reconnectez-vous et vous reprendrez où vous en étiez.',
  wrong: 'Cet e-mail et ce mot de passe ne vont pas ensemble. Vérifiez les deux et réessayez.',
  wrong_totp: 'Ce code n’est pas le bon, ou il a expiré. Saisissez celui qui s’affiche maintenant.',
  too_many: ({ wait }) => `Trop d’essais. Vous pourrez réessayer dans ${wait}.`,
  no_network: 'Le serveur est injoignable. Vérifiez votre réseau et réessayez.',
  demo: 'Vous essayez la démo ? Le mot de passe s’est affiché au démarrage du serveur.',
}

export const merchants: typeof source.merchants = {
  title: 'Commerces',
  lead: 'Choisissez un commerce pour travailler en son nom. Ses membres voient ce que vous avez fait, à votre nom.',
  name: 'Nom',
  stores: 'Magasins',
  tablets: 'Tablettes',
  since: 'Depuis',
  open: 'Ouvrir',
  empty: {
    title: 'Pas encore de commerces',
    text: 'Dès qu’un commerce est en place, il apparaît ici.',
  },
}
