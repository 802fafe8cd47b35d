import type { booking as source } from '../en/booking'

const people = ({ count }: { readonly count: number }) =>
  count === 1 ? '1 personne' : `${count} personnes`

export const booking: typeof source = {
  people,
  programme: {
    title: 'Programme',
    empty: 'Rien à réserver pour le moment. Revenez bientôt.',
    doors: ({ time }) => `Ouverture des portes à ${time}`,
    last_seats: ({ left }) => `Places restantes : ${left}`,
    sold_out: 'Complet',
    opens: ({ when }) => `Réservations à partir du ${when}`,
    closed: 'Les réservations sont closes',
    back: 'Retour au programme',
    language: 'Langue',
  },
  form: {
    title: 'Réserver des places',
    name: 'Votre nom',
    email: 'E-mail',
    email_hint: 'Nous vous envoyons un lien à confirmer, puis votre billet.',
    party: 'Combien de personnes ?',
    party_hint: ({ most }) => `De 1 à ${most}`,
    send: 'Réserver',
    wrong: 'Certains champs sont à revoir.',
    name_wrong: 'Indiquez un nom, sur une ligne.',
    email_wrong: 'Vérifiez cette adresse.',
    party_wrong: ({ most }) => `Un nombre de 1 à ${most}, s’il vous plaît.`,
    seats_wrong: ({ left }) => `Pas assez de places. Places restantes : ${left}.`,
  },
  check: {
    title: 'Consultez vos e-mails',
    text: ({ email }) =>
      `Nous avons envoyé un lien à ${email}. Ouvrez-le et confirmez : les places ne sont à vous qu’à ce moment-là.`,
    note: 'Rien reçu après quelques minutes ? Regardez dans les indésirables, ou réservez à nouveau.',
  },
  confirm: {
    title: 'Confirmez votre réservation',
    text: 'Encore une étape, et les places sont à vous.',
    button: 'Oui, je viens',
  },
  gone: {
    title: 'Ce lien ne fonctionne plus',
    text: 'Il a déjà servi ou a expiré. Si vous avez confirmé, votre billet est dans vos e-mails. Sinon, réservez à nouveau.',
  },
  full: {
    title: 'Désolé, d’autres ont été plus rapides',
    text: ({ left }) =>
      `Les places sont parties pendant que votre e-mail attendait. Places restantes : ${left}.`,
    again: 'Réserver pour moins de personnes ou un autre soir',
  },
  busy: {
    title: 'Un peu moins vite, s’il vous plaît',
    text: ({ minutes }) =>
      `Beaucoup de réservations sont venues de votre connexion. Réessayez dans ${minutes} min.`,
  },
  missing: {
    title: 'Il n’y a rien ici',
    text: 'L’adresse est peut-être incomplète, ou la soirée est passée.',
  },
  ticket: {
    title: 'Votre billet',
    show: 'Montrez ce code à l’entrée, à l’écran ou sur papier.',
    calendar: 'Ajouter au calendrier',
    print: 'Imprimer',
    keep: 'Gardez cette page, ou imprimez-la.',
    mailed:
      'Le lien vers cette page est aussi dans votre e-mail. L’autre lien permet de modifier ou d’annuler la réservation.',
    void_title: 'Ce billet n’est plus valable',
    void_text: 'Il a été annulé ou remplacé par un autre. Consultez votre dernier e-mail.',
    off_title: 'Cette représentation est annulée',
    off_text: 'Nous en sommes désolés. Le programme propose d’autres soirées.',
  },
  manage: {
    title: 'Votre réservation',
    party: 'Modifier le nombre de personnes',
    save: 'Enregistrer',
    cancel_title: 'Un empêchement ?',
    cancel_text: 'Vos places iront à d’autres. C’est définitif.',
    cancel: 'Annuler la réservation',
    changed_title: 'C’est modifié',
    changed_text: 'Votre nouveau billet est dans vos e-mails. L’ancien n’est plus valable.',
    cancelled_title: 'Votre réservation est annulée',
    cancelled_text: 'Merci de nous avoir prévenus. Les places iront à d’autres.',
    no_room: ({ most }) =>
      `Il y a de la place pour ${most} d’entre vous au plus. Votre réservation est restée telle quelle.`,
    closed: 'Cette réservation ne peut plus être modifiée ici.',
  },
  mail: {
    confirm_subject: ({ title }) => `À confirmer : ${title}`,
    confirm_lead:
      'Vous avez demandé des places. Confirmez, pour que nous puissions vous les garder.',
    confirm_button: 'Confirmer la réservation',
    confirm_until: ({ when }) =>
      `Le lien fonctionne jusqu’au ${when}. Sans confirmation, aucune place n’est gardée.`,
    confirm_ignore: 'Vous n’avez rien demandé ? Ne faites rien : rien n’est réservé.',
    ticket_subject: ({ title }) => `Votre billet : ${title}`,
    ticket_lead: 'Vos places sont confirmées. Montrez le code de ce billet à l’entrée.',
    ticket_button: 'Ouvrir le billet',
    manage: 'Modifier ou annuler',
    changed_subject: ({ title }) => `Votre nouveau billet : ${title}`,
    changed_lead: 'Votre réservation a été modifiée. Ce billet remplace l’ancien.',
    cancelled_subject: ({ title }) => `Annulation : ${title}`,
    cancelled_lead: 'Votre réservation a été annulée. Le billet n’est plus valable.',
    called_off_subject: ({ title }) => `Annulé : ${title}`,
    called_off_lead:
      'Nous sommes désolés : cette représentation n’a pas lieu. Votre billet ne donne plus accès à la salle.',
    takes_place_subject: ({ title }) => `A finalement lieu : ${title}`,
    takes_place_lead:
      'Bonne nouvelle : cette représentation a finalement lieu. Votre billet est valable comme avant.',
  },
}
