import { wordsOf } from '../plural'
import type { VerdictMessages } from '../texts'

const { count } = wordsOf('fr')

export const codes: VerdictMessages['codes'] = {
  STAFF_UNKNOWN: {
    headline: 'Inconnu ici',
    sentence: () =>
      'Personne avec ce badge ou ce numéro ne travaille ici. Demandez au responsable.',
  },
  STAFF_INACTIVE: {
    headline: 'Compte inactif',
    sentence: () => 'Cette personne a été désactivée. Le responsable peut la réactiver.',
  },
  PIN_WRONG: {
    headline: 'Code incorrect',
    sentence: ({ attempts_left }) =>
      attempts_left === undefined
        ? 'Ce code ne correspond pas. Réessayez.'
        : `Ce code ne correspond pas. Encore ${count(attempts_left, 'essai', 'essais')}.`,
  },
  PIN_UNREADABLE: {
    headline: 'À retaper',
    sentence: () => 'Le code n’est pas arrivé entier. Tapez-le encore une fois.',
  },
  STAFF_LOCKED: {
    headline: 'Code bloqué',
    sentence: ({ locked_until }) =>
      locked_until === undefined
        ? 'Trop d’essais. Le responsable peut débloquer le code.'
        : `Trop d’essais. Bloqué jusqu’à ${locked_until} ; le responsable peut débloquer le code avant.`,
  },
  SIGN_ON_MISSING: {
    headline: 'Code demandé',
    sentence: () =>
      'Personne ne s’était identifié. Choisissez votre nom, tapez votre code et recommencez.',
  },
  SIGN_ON_REJECTED: {
    headline: 'Identification refusée',
    sentence: () =>
      'Le code utilisé n’était pas juste. L’opération est conservée, le responsable décide.',
  },
  SIGN_ON_EXPIRED: {
    headline: 'Identifiez-vous',
    sentence: () => 'L’identification avait expiré. Tapez votre code et recommencez.',
  },
  CARD_UNKNOWN: {
    headline: 'Carte inconnue',
    sentence: () =>
      'Cette carte n’est pas des nôtres, ou elle est toute neuve. Demandez-en une autre, ou réessayez avec le réseau.',
  },
  CARD_BLOCKED: {
    headline: 'Carte bloquée',
    sentence: () => 'Cette carte a été remplacée ou bloquée. Demandez la plus récente.',
  },
  PROGRAM_INACTIVE: {
    headline: 'Programme en pause',
    sentence: () => 'Le programme de cette carte est en pause. Ce qui est sur la carte y reste.',
  },
  STAMP_COOLDOWN: {
    headline: 'Trop tôt',
    sentence: ({ retry_at }) =>
      retry_at === undefined
        ? 'Cette carte vient d’être tamponnée. Le prochain tampon doit attendre un peu.'
        : `Cette carte vient d’être tamponnée. Prochain tampon à partir de ${retry_at}.`,
  },
  STAMP_DAILY_LIMIT: {
    headline: 'Complet aujourd’hui',
    sentence: ({ limit }) =>
      limit === undefined
        ? 'Cette carte a tous ses tampons du jour. La suite dès demain.'
        : `Cette carte a déjà ${count(limit, 'tampon', 'tampons')} aujourd’hui. La suite dès demain.`,
  },
  INSUFFICIENT_BALANCE: {
    headline: 'Pas encore assez',
    sentence: ({ balance, needed }) =>
      balance === undefined || needed === undefined
        ? 'Il n’y a pas encore assez sur cette carte pour la récompense.'
        : `La récompense en demande ${needed} ; cette carte en compte ${balance}.`,
  },
  REWARD_UNKNOWN: {
    headline: 'Récompense retirée',
    sentence: () => 'Cette récompense n’est plus proposée. Rien n’a été retiré de la carte.',
  },
  TICKET_UNKNOWN: {
    headline: 'Billet inconnu',
    sentence: () => 'Ce billet n’est pas sur la liste. Cherchez la personne par son nom.',
  },
  TICKET_FORGED: {
    headline: 'Billet non authentique',
    sentence: () => 'Ce billet ne vient pas de nous. Appelez le responsable.',
  },
  TICKET_REVOKED: {
    headline: 'Annulé',
    sentence: () => 'Ce billet a été annulé et ne permet plus d’entrer.',
  },
  TICKET_WRONG_PERFORMANCE: {
    headline: 'Autre séance',
    sentence: () => 'Ce billet est pour une autre séance. Vérifiez le jour et l’heure.',
  },
  TICKET_UNCONFIRMED: {
    headline: 'Non confirmé',
    sentence: () =>
      'Cette réservation n’a jamais été confirmée. Cela peut se faire depuis l’e-mail reçu.',
  },
  TICKET_ALREADY_ADMITTED: {
    headline: 'Déjà entré',
    sentence: ({ first_at, first_place }) => {
      if (first_at === undefined) return 'Ce billet a déjà servi.'
      return first_place === undefined
        ? `Ce billet est entré à ${first_at}.`
        : `Ce billet est entré à ${first_at}, ${first_place}.`
    },
  },
  TICKET_NOT_INSIDE: {
    headline: 'Pas à l’intérieur',
    sentence: () => 'Personne de ce billet n’est à l’intérieur, donc personne ne peut sortir avec.',
  },
  PERFORMANCE_FULL: {
    headline: 'Complet',
    sentence: ({ capacity, inside, leased, kept, left = 0 }) => {
      if (left > 0)
        return `Il ne reste ici que ${count(left, 'place', 'places')}. Laissez entrer une partie du groupe.`
      if (leased !== undefined || kept !== undefined)
        return 'Plus de place pour cette porte. Envoyez-les à une autre, ou quelqu’un doit d’abord sortir.'
      return capacity === undefined || inside === undefined
        ? 'Toutes les places sont prises. Quelqu’un doit d’abord sortir.'
        : `${inside} places sur ${capacity} sont prises. Quelqu’un doit d’abord sortir.`
    },
  },
  PERFORMANCE_NOT_OPEN: {
    headline: 'Pas encore ouvert',
    sentence: ({ opens_at }) =>
      opens_at === undefined
        ? 'Les portes sont encore fermées.'
        : `Ouverture des portes à ${opens_at}.`,
  },
  CLOCK_DOUBLE_TAP: {
    headline: 'Déjà noté',
    sentence: ({ first_at }) =>
      first_at === undefined
        ? 'C’est noté depuis un instant. Une fois suffit.'
        : `C’est noté depuis ${first_at}. Une fois suffit.`,
  },
  VOID_TOO_LATE: {
    headline: 'Trop tard',
    sentence: () => 'On peut annuler pendant 15 minutes. Le responsable peut encore corriger.',
  },
  VOID_UNKNOWN: {
    headline: 'Rien à annuler',
    sentence: () => 'Le serveur ne connaît pas ce qui devait être annulé. Rien n’a changé.',
  },
  VOID_ALREADY: {
    headline: 'Déjà annulé',
    sentence: () => 'C’est déjà annulé. Il n’y a plus rien à faire.',
  },
  JOB_NOT_ALLOWED: {
    headline: 'Pas cette tablette',
    sentence: () =>
      'Cette tablette n’est pas prévue pour ce poste. Le responsable peut l’activer dans la console.',
  },
  OP_MALFORMED: {
    headline: 'Illisible',
    sentence: () =>
      'Le serveur n’a pas pu lire cette opération. Elle est conservée pour le responsable.',
  },
  KIND_UNKNOWN: {
    headline: 'Non compris',
    sentence: () =>
      'Le serveur ne connaît pas encore ce type d’opération. Elle est conservée pour le responsable.',
  },
  OP_ID_REUSED: {
    headline: 'Ne concorde pas',
    sentence: () =>
      'Le serveur a autre chose sous ce numéro. Les deux sont conservés pour que le responsable compare.',
  },
  SEQ_REUSED: {
    headline: 'Numéro en double',
    sentence: () =>
      'Deux opérations de cette tablette portent le même numéro. Les deux sont conservées pour comparaison.',
  },
}
