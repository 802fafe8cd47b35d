import type * as source from '../../en/console/ledger'
import { wordsOf } from '../../plural'

const { count, number } = wordsOf('fr')

export const ledger: typeof source.ledger = {
  title: 'Registre',
  lead: 'Tout ce qui s’est passé, dans l’ordre, et jamais réécrit.',
  when: 'Quand',
  what: 'Ce qui s’est passé',
  verdict: 'Verdict',
  position: 'Nº',
  filters: {
    kind: 'Type',
    status: 'Verdict',
    tablet: 'Tablette',
    person: 'Personne',
    card: 'Carte',
    period: 'Période',
  },
  periods: {
    today: 'Aujourd’hui',
    yesterday: 'Hier',
    week: '7 derniers jours',
    month: '30 derniers jours',
  },
  clear_filters: 'Effacer les filtres',
  fresh: ({ entries }) => count(entries, 'nouvelle ligne', 'nouvelles lignes'),
  show_fresh: 'Afficher',
  complete: 'Complet : toutes les tablettes ont tout envoyé.',
  complete_until: ({ until }) => `Complet jusqu’à ${until}.`,
  incomplete: 'Pas encore complet.',
  not_drained: ({ tablet, when, pending }) =>
    `${tablet} : tout envoyé ${when}, ${number(pending)} en attente`,
  never_drained: ({ tablet, pending }) =>
    `${tablet} : jamais tout envoyé, ${number(pending)} en attente`,
  quiet_drained: ({ tablet, when }) => `${tablet} : sans nouvelles depuis ${when}`,
  missing: ({ tablet, missing }) =>
    `${tablet} : ${count(missing, 'numéro manque', 'numéros manquent')}`,
  empty: {
    title: 'Le registre est vide',
    text: 'Chaque tampon, chaque annulation et chaque identification s’inscrit ici dès qu’une tablette l’envoie, et y reste.',
  },
  none_found: {
    title: 'Rien ne correspond à ces filtres',
    text: 'Effacez-en un, ou choisissez une période plus longue.',
  },
  someone: 'Quelqu’un',
  tablet: 'une tablette',
  console: 'la console',
  a_card: '(inconnue)',
  a_ticket: '(inconnu)',
  points_moved: ({ points }) => `${points} points`,
  points_on: ({ card }) => `les points sur la carte ${card}`,
  stamp_on: ({ card }) => `le tampon sur la carte ${card}`,
  an_operation: 'une opération',
  review_kinds: {
    accept: ({ who, what }) => `${who} a finalement accepté ${what}`,
    void: ({ who, what }) => `${who} a annulé ${what}`,
    dismiss: ({ who, what }) => `${who} a laissé tel quel ${what}`,
  },
  review_nouns: {
    accept: 'Accepté après vérification',
    void: 'Annulé après vérification',
    dismiss: 'Laissé tel quel après vérification',
  },
  sheet_kinds: {
    'sheet.amend': {
      noun: 'Correction des heures',
      sentence: ({ who, person }) => `${who} a corrigé les heures de ${person}`,
    },
    'period.close': {
      noun: 'Période clôturée',
      sentence: ({ who, place }) => `${who} a clôturé une période, ${place}`,
    },
    'period.reopen': {
      noun: 'Période rouverte',
      sentence: ({ who, place }) => `${who} a rouvert une période, ${place}`,
    },
    'request.make': {
      noun: 'Demande',
      sentence: ({ person, place }) => `${person} a demandé une correction, ${place}`,
    },
    'request.accept': {
      noun: 'Demande acceptée',
      sentence: ({ who, person }) => `${who} a accepté une demande de ${person}`,
    },
    'request.decline': {
      noun: 'Demande refusée',
      sentence: ({ who, person }) => `${who} a refusé une demande de ${person}`,
    },
  },
  other_kind: ({ kind, place }) => `${kind}, ${place}`,
  panel: {
    entry: 'Ligne',
    effect: 'Effet',
    moved: ({ stamps }) => `${stamps} sur la carte`,
    nothing_moved: 'Rien n’a bougé',
    shown: 'Ce que la tablette a montré',
    decided: 'Ce que le serveur a décidé',
    shown_pending: 'Enregistré, à confirmer',
    shown_none: 'Non précisé',
    clocks: 'Horloges',
    occurred: 'Survenu',
    at: 'Horloge de la tablette',
    offset: 'Horloge corrigée de',
    offset_unknown: 'Inconnu à ce moment',
    received: 'Reçu',
    recorded: 'Inscrit',
    delay: 'En route pendant',
    flags: 'Bon à savoir',
    where: 'Où et qui',
    store: 'Magasin',
    tablet: 'Tablette',
    person: 'Personne',
    user: 'Dans la console',
    program: 'Programme',
    card: 'Carte',
    number: 'Nº de la tablette',
    note: 'Note',
    chain: 'Dans la chaîne',
    chain_text:
      'Chaque ligne porte l’empreinte de la précédente : aucune ne peut être changée en cachette.',
    position: 'Position',
    hash: 'Empreinte',
    prev_hash: 'La précédente',
    operation: 'Opération',
    review: 'Ouvrir la vérification',
    see_card: 'Tout sur cette carte',
    see_person: 'Tout de cette personne',
    keys: 'Ligne suivante et précédente',
  },
}

export const reviews: typeof source.reviews = {
  title: 'À vérifier',
  lead: 'Quand une tablette a dit une chose et le serveur une autre. C’est arrivé ; à vous de décider ce qui compte.',
  open: 'À décider',
  resolved: 'Réglés',
  list: 'Vérifications',
  reasons: {
    REFUSED_AFTER_SHOWN_ACCEPTED: {
      title: 'Montré comme fait, refusé ensuite',
      text: 'La tablette était hors ligne et a dit oui. Avec tous les faits, le serveur dit non.',
    },
    ACCEPTED_AFTER_SHOWN_REJECTED: {
      title: 'Montré comme refusé, compté ensuite',
      text: 'La tablette a dit non avec ce qu’elle savait. Le serveur en savait plus et l’a compté.',
    },
    RECOVERED: {
      title: 'Récupéré d’une tablette révoquée',
      text: 'C’était encore sur une tablette révoquée ; c’est arrivé après une nouvelle association.',
    },
    ID_REUSED: {
      title: 'Même opération, autre contenu',
      text: 'Le serveur a autre chose sous ce numéro. Cela n’arrive pas tout seul ; regardez la tablette.',
    },
    SEQ_REUSED: {
      title: 'Un numéro utilisé deux fois',
      text: 'Deux opérations d’une tablette portent le même numéro. Elle a peut-être été copiée ou restaurée.',
    },
    OPERATIONS_LOST: {
      title: 'Opérations perdues sur la tablette',
      text: 'La tablette dit ne plus les avoir. Seules les personnes sur place savent ce que c’était.',
    },
    ODD_PUNCH: {
      title: 'Pointage inhabituel',
      text: 'Il est inscrit tel qu’il est venu. Vérifiez que les heures sont justes.',
    },
    UNVERIFIED: {
      title: 'Fait sans identification valable',
      text: 'Le code PIN a été refusé. Le geste est conservé comme un fait.',
    },
    MANUAL_CLASH: {
      title: 'Aussi saisi à la main',
      text: 'Un responsable avait déjà saisi cette heure avant que la tablette ne puisse la transmettre. Accepter : l’heure de la tablette remplace la saisie. Annuler : la saisie reste, l’heure de la tablette disparaît.',
    },
    PERIOD_CLOSED: {
      title: 'Dans une période clôturée',
      text: 'Cela s’est passé pendant des jours déjà clôturés et ne compte donc pas. Pour que cela compte, rouvrez la période, puis acceptez.',
    },
    PHONE_PUNCH: {
      title: 'Pointé sur un téléphone',
      text: 'Quelqu’un a pointé sur son propre téléphone. Cela compte ; vous avez demandé à voir ces pointages.',
    },
  },
  shown: 'La tablette a montré',
  decided: 'Le serveur a décidé',
  at_tablet: 'À la tablette',
  at_server: 'Au serveur',
  actions: {
    accept: 'L’accepter tout de même',
    void: 'L’annuler',
    dismiss: 'Le laisser tel quel',
  },
  effects: {
    accept: 'Il compte, à partir du moment où c’est arrivé. Une nouvelle ligne le dit.',
    void: 'Une nouvelle ligne défait ce qu’il a fait. Rien n’est effacé.',
    dismiss: 'Le verdict du serveur reste. La vérification est réglée.',
  },
  note: 'Note',
  note_hint: 'Pour qui demandera plus tard. Elle figure dans le registre.',
  decide_title: 'Votre décision',
  decided_toast: 'Réglé',
  done: { accept: 'Accepté tout de même', void: 'Annulé', dismiss: 'Laissé tel quel' },
  by: ({ who, when }) => `${who}, ${when}`,
  opened: ({ when }) => `Ouvert ${when}`,
  no_action: 'Il n’y a plus rien à faire ici.',
  read_only: 'Un propriétaire ou un responsable en décide.',
  changed: 'Quelqu’un d’autre a réglé cela entre-temps.',
  see_entry: 'Tout sur cette carte',
  choose: 'Choisissez-en une à gauche pour voir les deux côtés.',
  empty: {
    title: 'Rien à décider',
    text: 'Quand une tablette était hors ligne et que le serveur voit autrement, les deux côtés s’affichent ici.',
  },
  empty_resolved: {
    title: 'Rien de réglé encore',
    text: 'Ce que vous décidez reste ici, avec votre note.',
  },
}
