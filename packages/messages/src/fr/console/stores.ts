import type * as source from '../../en/console/stores'
import { wordsOf } from '../../plural'

const { count } = wordsOf('fr')

export const stores: typeof source.stores = {
  title: 'Magasins et tablettes',
  lead: 'Là où vous travaillez, et les tablettes qui s’y trouvent.',
  add: 'Ajouter un magasin',
  edit: 'Modifier le magasin',
  edit_title: ({ name }) => `Modifier ${name}`,
  close: 'Fermer le magasin',
  reopen: 'Rouvrir',
  closed: 'Fermé',
  closed_stores: 'Magasins fermés',
  name: 'Nom',
  code: 'Code du magasin',
  code_hint:
    'Lettres, chiffres et traits d’union. Les tablettes et les scripts s’en servent ; il ne change plus.',
  code_wrong: 'De 3 à 32 lettres, chiffres et traits d’union, comme HARBOUR-1.',
  code_taken: 'Un autre magasin de la plateforme a déjà ce code. Choisissez-en un autre.',
  time_zone: 'Fuseau horaire',
  time_zone_hint: 'Les jours, les limites et les heures se comptent à cette horloge.',
  address: 'Adresse',
  close_title: ({ name }) => `Fermer ${name} ?`,
  close_text:
    'Rien n’est effacé : l’historique reste, et vous pourrez rouvrir. Ses tablettes restent associées ; révoquez celles qui partent.',
  added: ({ name }) => `${name} est ouvert`,
  saved: 'Magasin enregistré',
  now_closed: ({ name }) => `${name} est fermé`,
  empty: {
    title: 'Commencez par un magasin',
    text: 'Un magasin est un lieu avec sa propre horloge. Les tablettes lui appartiennent, et chaque tampon s’en souvient.',
  },
}

export const tablets: typeof source.tablets = {
  caption: ({ store }) => `Tablettes à ${store}`,
  prepare: 'Préparer une tablette',
  empty: 'Pas encore de tablette ici. Préparez-en une : elle scanne un code sur cet écran.',
  label: 'Nom de la tablette',
  label_hint:
    'Comme on l’appelle, par exemple « Comptoir 1 ». Il figure dans chaque ligne du registre.',
  store: 'Magasin',
  jobs: 'Usages',
  jobs_hint: 'Ce à quoi elle peut servir. Vous pouvez le changer à tout moment.',
  jobs_needed: 'Choisissez au moins un usage.',
  job_hints: {
    loyalty: 'Tampons sur les cartes des clients',
    door: 'Billets à l’entrée',
    clock: 'Heures de travail',
  },
  state: 'État',
  last_seen: 'Dernier signe',
  queue: 'En attente',
  version: 'Version',
  never: 'Jamais',
  status: {
    waiting: 'À associer',
    expired: 'Code expiré',
    paired: 'Associée',
    quiet: 'Sans nouvelles',
    revoked: 'Révoquée',
  },
  waiting_since: ({ pending, since }) => `${pending} depuis ${since}`,
  nothing_waiting: 'Rien',
  create: 'Afficher le code',
  pairing: {
    title: ({ label }) => `Associer ${label}`,
    scan: 'Ouvrez Counterfoil sur la tablette et scannez ce code.',
    qr: 'Code d’association pour la caméra de la tablette',
    left: 'Valable encore',
    once: 'Ce code ne s’affiche qu’une fois et associe une seule tablette. Si vous fermez, associez de nouveau pour en avoir un autre.',
    typed: 'Pas de caméra ? Saisissez ceci sur la tablette :',
    copy_code: 'Copier le code',
    copy_text: 'Copier le texte d’association',
    text: 'Texte d’association',
    waiting: 'En attente d’une tablette …',
    claimed: ({ platform, at }) => `Associée à ${at} : ${platform}`,
    claimed_title: 'La tablette est associée',
    claimed_text:
      'Elle récupère l’équipe, les programmes et les cartes et sera prête dans un instant. Vérifiez que c’est bien la vôtre.',
    unknown_platform: 'une tablette',
    refused_title: 'Une deuxième tablette a essayé ce code',
    refused: ({ at }) =>
      `Elle a été écartée à ${at}. Si la tablette associée n’est pas la vôtre, révoquez-la et associez de nouveau.`,
    expired_title: 'Ce code a expiré',
    expired: 'Un code vaut 15 minutes. Rien ne s’est passé ; affichez-en un nouveau.',
    again: 'Afficher un nouveau code',
  },
  edit: 'Modifier',
  edit_title: ({ label }) => `Modifier ${label}`,
  saved: 'Tablette enregistrée',
  pair_again: 'Associer de nouveau',
  pair_again_title: ({ label }) => `Associer ${label} de nouveau ?`,
  pair_again_text:
    'L’association actuelle prend fin aussitôt. Ce qui n’est pas encore envoyé reste sur la tablette et arrivera après la nouvelle association ; tout cela attendra alors votre décision.',
  revoke: 'Révoquer',
  revoke_title: ({ label }) => `Révoquer ${label} ?`,
  revoke_do: 'Révoquer la tablette',
  stolen: 'Elle a été volée',
  stolen_hint:
    'Toutes les personnes qui s’y sont identifiées ont besoin d’un nouveau code PIN : quelqu’un a pu les observer. Elles sont signalées sous Équipe.',
  report_stolen: 'Signaler un vol',
  stolen_title: ({ label }) => `${label} a été volée ?`,
  stolen_done: ({ label }) =>
    `${label} est signalée volée. Voyez sous Équipe qui a besoin d’un nouveau code PIN.`,
  revoke_effects: [
    'Dès son prochain appel, plus rien n’est accepté d’elle.',
    'Elle efface les personnes, les cartes et les programmes qu’elle contient, et le dit à l’écran.',
    'Ce qu’elle n’a pas envoyé reste sur elle. Associez-la de nouveau à ce commerce : cela arrive, et vous décidez.',
  ],
  revoke_pending: ({ pending, when }) =>
    `À son dernier signe (${when}), ${count(pending, 'opération n’était pas encore envoyée', 'opérations n’étaient pas encore envoyées')}.`,
  reason: 'Motif',
  reason_hint: 'Pour le journal d’audit, par exemple « volée vendredi » ou « remplacée ».',
  revoked: ({ label }) => `${label} est révoquée`,
  facts: {
    connection: 'Connexion',
    address: 'Adresse IP',
    app: 'Version de l’app',
    platform: 'Appareil',
    paired: 'Associée le',
    pairings: 'Associations à ce jour',
    token: 'Association valable jusqu’au',
    revoked: 'Révoquée le',
    stolen: 'Signalée volée',
    queue: 'Opérations',
    pending: 'En attente',
    oldest: 'La plus ancienne de',
    parked: 'Mises de côté',
    drained: 'Tout envoyé',
    numbers: 'Reçu jusqu’au nº',
    missing: 'Numéros manquants',
    none_missing: 'Aucun',
    device: 'Sur la tablette',
    storage: 'Mémoire protégée',
    storage_yes: 'Oui',
    storage_no: 'Non',
    used: 'Mémoire utilisée',
    used_of: ({ used, quota }) => `${used} sur ${quota}`,
    clock: 'Horloge',
    clock_right: 'À l’heure',
    clock_slow: ({ by }) => `${by} de retard`,
    clock_fast: ({ by }) => `${by} d’avance`,
  },
  history: 'Tout de cette tablette',
  advice: {
    quiet:
      'Elle n’a pas donné signe de vie depuis un moment. Vérifiez l’alimentation et le réseau ; ce qu’elle a fait entre-temps y est conservé.',
    parked:
      'Le serveur a refusé définitivement certaines opérations ; la tablette les a mises de côté. Rien n’est perdu ; regardez là-bas sous « File d’attente ».',
    missing:
      'Certains numéros ne sont pas arrivés. La tablette les renvoie d’elle-même ; d’ici là, le registre le signale.',
    storage:
      'Le navigateur peut vider la mémoire de cette tablette si la place manque. Installez Counterfoil sur l’écran d’accueil pour la protéger.',
    clock:
      'Son horloge n’est pas à l’heure. Les heures du registre sont corrigées ; réglez-la tout de même.',
    refused: ({ at }) =>
      `Une autre tablette a voulu utiliser son code d’association (${at}) et a été écartée. Si ce n’était pas vous, révoquez celle-ci.`,
    expired:
      'Son code a expiré avant qu’une tablette ne le scanne. Associez de nouveau pour en avoir un autre.',
  },
}
