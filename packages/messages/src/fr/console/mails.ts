import type * as source from '../../en/console/mails'

export const mails: typeof source.mails = {
  title: 'E-mails',
  lead: 'Ce que les invités reçoivent : confirmations, billets, changements. Chacun part une seule fois.',
  mail: 'E-mail',
  state: 'État',
  when: 'Quand',
  states: { waiting: 'En attente', sent: 'Envoyé', dead: 'Abandonné' },
  to: 'À',
  kind: 'Quoi',
  kinds: {
    confirm: 'À confirmer',
    ticket: 'Billet',
    changed: 'Réservation modifiée',
    cancelled: 'Réservation annulée',
    called_off: 'Annulation',
    takes_place: 'A finalement lieu',
  },
  written: 'Écrit',
  sent: 'Envoyé',
  attempts: 'Essais',
  next: 'Prochain essai',
  answer: 'Réponse du serveur de courrier',
  text: 'Texte',
  not_kept: 'Le texte est parti chez l’invité seul et n’est pas montré ici.',
  retry: 'Réessayer maintenant',
  retried: 'Nouvel essai en cours',
  empty: {
    title: 'Pas encore d’e-mail',
    text: 'Quand un invité réserve ou est déplacé, ce qu’il reçoit apparaît ici.',
  },
  none_found: { title: 'Aucun e-mail ne correspond', text: 'Videz le filtre.' },
}
