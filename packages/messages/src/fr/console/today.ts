import type * as source from '../../en/console/today'
import { wordsOf } from '../../plural'

const { count } = wordsOf('fr')

export const today: typeof source.today = {
  title: 'Aujourd’hui',
  stamps: 'Tampons',
  yesterday: ({ stamps }) => `Hier, en tout : ${count(stamps, 'tampon', 'tampons')}`,
  cards: 'Cartes vues',
  refused: 'Refusés',
  refused_hint: 'Au comptoir, ou plus tard par le serveur',
  waiting: 'À vous de jouer',
  reviews: ({ reviews }) => count(reviews, 'décision vous attend', 'décisions vous attendent'),
  reviews_text: 'Une tablette et le serveur ne sont pas du même avis.',
  reviews_action: 'Décider',
  quiet: ({ label }) => `${label} ne donne plus de nouvelles`,
  quiet_since: ({ when }) => `Dernier signe : ${when}.`,
  quiet_never: 'Elle ne s’est encore jamais manifestée.',
  quiet_pending: ({ pending }) =>
    `${count(pending, 'opération y attendait', 'opérations y attendaient')} encore.`,
  quiet_action: 'Voir',
  all_clear: {
    title: 'Rien ne vous attend',
    text: 'Aucune décision en suspens, et toutes les tablettes ont donné signe de vie.',
  },
  door: 'À la porte aujourd’hui',
  by_hour: 'Tampons par heure',
  by_day: 'Tampons des 14 derniers jours',
  by_staff: 'Tampons par personne',
  no_stamps:
    'Pas encore de tampon aujourd’hui. Ils s’affichent ici dès qu’une tablette les envoie.',
  latest: 'Dernières lignes du registre',
  latest_all: 'Ouvrir le registre',
  steps: {
    title: 'Quatre étapes jusqu’au premier tampon',
    text: 'Chacune prend une minute. Tout se modifie plus tard.',
    store: {
      title: 'Ajouter votre magasin',
      text: 'Son adresse et son fuseau horaire.',
      action: 'Ajouter un magasin',
    },
    program: {
      title: 'Lancer un programme',
      text: 'Combien de tampons, et pour quoi.',
      action: 'Lancer un programme',
    },
    people: {
      title: 'Ajouter l’équipe du comptoir',
      text: 'Chacun avec son propre code PIN.',
      action: 'Ajouter une personne',
    },
    tablet: {
      title: 'Associer une tablette',
      text: 'Elle scanne un code sur cet écran.',
      action: 'Préparer une tablette',
    },
    done: 'Fait',
  },
}
