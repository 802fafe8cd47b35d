import { wordsOf } from '../plural'
import type { VerdictMessages } from '../texts'

const { count } = wordsOf('fr')

export const kinds: VerdictMessages['kinds'] = {
  'staff.sign_on': {
    noun: 'Ouverture de session',
    sentence: ({ who, place }) => `${who} a ouvert une session sur ${place}`,
  },
  'staff.sign_off': {
    noun: 'Fin de session',
    sentence: ({ who, place }) => `${who} a terminé sa session sur ${place}`,
  },
  'loyalty.stamp': {
    noun: 'Tampon',
    sentence: ({ who, subject, place, count: n }) =>
      n === 1
        ? `${who} a tamponné la carte ${subject} sur ${place}`
        : `${who} a mis ${n} tampons sur la carte ${subject} (${place})`,
  },
  'loyalty.earn': {
    noun: 'Points',
    sentence: ({ who, subject, place }) =>
      `${who} a ajouté des points à la carte ${subject} sur ${place}`,
  },
  'loyalty.redeem': {
    noun: 'Récompense',
    sentence: ({ who, subject, place }) =>
      `${who} a remis une récompense pour la carte ${subject} sur ${place}`,
  },
  'ticket.admit': {
    noun: 'Entrée',
    sentence: ({ who, subject, place, count: n }) =>
      n === 0
        ? `${who} a fait entrer ${subject} sur ${place}`
        : `${who} a fait entrer ${subject} sur ${place} (${count(n, 'personne', 'personnes')})`,
  },
  'ticket.exit': {
    noun: 'Sortie',
    sentence: ({ who, subject, place }) => `${who} a fait sortir ${subject} sur ${place}`,
  },
  'ticket.walk_in': {
    noun: 'Entrée sans billet',
    sentence: ({ who, place, count: n }) =>
      n === 0
        ? `${who} a fait entrer des personnes sans billet sur ${place}`
        : `${who} a fait entrer ${count(n, 'personne', 'personnes')} sans billet sur ${place}`,
  },
  'clock.in': {
    noun: 'Arrivée',
    sentence: ({ who, place }) => `${who} a pointé son arrivée sur ${place}`,
  },
  'clock.out': {
    noun: 'Départ',
    sentence: ({ who, place }) => `${who} a pointé son départ sur ${place}`,
  },
  'clock.break_start': {
    noun: 'Pause',
    sentence: ({ who, place }) => `${who} a commencé une pause sur ${place}`,
  },
  'clock.break_end': {
    noun: 'Retour de pause',
    sentence: ({ who, place }) => `${who} a repris après une pause sur ${place}`,
  },
  'op.void': {
    noun: 'Annulation',
    sentence: ({ who, subject, place }) => `${who} a annulé « ${subject} » sur ${place}`,
  },
  'device.lost': {
    noun: 'Opérations perdues',
    sentence: ({ place, count: n }) =>
      `${count(n, 'opération perdue', 'opérations perdues')} sur ${place}`,
  },
}

export const accepted: VerdictMessages['accepted'] = {
  'staff.sign_on': 'Session ouverte',
  'staff.sign_off': 'Session terminée',
  'loyalty.stamp': 'Tamponné',
  'loyalty.earn': 'Points ajoutés',
  'loyalty.redeem': 'Remis',
  'ticket.admit': 'Bienvenue',
  'ticket.exit': 'Au revoir',
  'ticket.walk_in': 'Bienvenue',
  'clock.in': 'Arrivée',
  'clock.out': 'Départ',
  'clock.break_start': 'En pause',
  'clock.break_end': 'De retour',
  'op.void': 'Annulé',
  'device.lost': 'Noté',
}
