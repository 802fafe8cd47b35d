import type { booking as source } from '../en/booking'

const people = ({ count }: { readonly count: number }) =>
  count === 1 ? '1 Person' : `${count} Personen`

export const booking: typeof source = {
  people,
  programme: {
    title: 'Programm',
    empty: 'Im Moment gibt es nichts zu buchen. Schauen Sie bald wieder vorbei.',
    doors: ({ time }) => `Einlass ab ${time}`,
    last_seats: ({ left }) => `Freie Plätze: ${left}`,
    sold_out: 'Ausverkauft',
    opens: ({ when }) => `Buchung ab ${when}`,
    closed: 'Die Buchung ist geschlossen',
    back: 'Zurück zum Programm',
    language: 'Sprache',
  },
  form: {
    title: 'Plätze buchen',
    name: 'Ihr Name',
    email: 'E-Mail',
    email_hint: 'Wir schicken Ihnen einen Link zum Bestätigen und danach Ihr Ticket.',
    party: 'Wie viele Personen?',
    party_hint: ({ most }) => `1 bis ${most}`,
    send: 'Buchen',
    wrong: 'Einige Felder brauchen noch einen Blick.',
    name_wrong: 'Bitte einen Namen in einer Zeile angeben.',
    email_wrong: 'Bitte prüfen Sie diese Adresse.',
    party_wrong: ({ most }) => `Bitte eine Zahl von 1 bis ${most}.`,
    seats_wrong: ({ left }) => `Nicht genug Plätze. Freie Plätze: ${left}.`,
  },
  check: {
    title: 'Sehen Sie in Ihre Mails',
    text: ({ email }) =>
      `Wir haben einen Link an ${email} geschickt. Öffnen Sie ihn und bestätigen Sie: Erst dann gehören die Plätze Ihnen.`,
    note: 'Nach ein paar Minuten nichts da? Sehen Sie im Spam-Ordner nach, oder buchen Sie noch einmal.',
  },
  confirm: {
    title: 'Buchung bestätigen',
    text: 'Noch ein Schritt, und die Plätze gehören Ihnen.',
    button: 'Ja, ich komme',
  },
  gone: {
    title: 'Dieser Link gilt nicht mehr',
    text: 'Er wurde schon benutzt oder ist abgelaufen. Wenn Sie bestätigt haben, ist Ihr Ticket in Ihren Mails. Sonst buchen Sie bitte noch einmal.',
  },
  full: {
    title: 'Leider waren andere schneller',
    text: ({ left }) =>
      `Die Plätze wurden vergeben, während Ihre Mail wartete. Freie Plätze: ${left}.`,
    again: 'Für weniger Personen oder einen anderen Abend buchen',
  },
  busy: {
    title: 'Bitte etwas langsamer',
    text: ({ minutes }) =>
      `Von Ihrem Anschluss kamen viele Buchungen. Versuchen Sie es in ${minutes} Min. noch einmal.`,
  },
  missing: {
    title: 'Hier ist nichts',
    text: 'Vielleicht ist die Adresse unvollständig, oder der Abend ist vorbei.',
  },
  ticket: {
    title: 'Ihr Ticket',
    show: 'Zeigen Sie diesen Code am Einlass, auf dem Bildschirm oder auf Papier.',
    calendar: 'In den Kalender',
    print: 'Drucken',
    keep: 'Behalten Sie diese Seite, oder drucken Sie sie.',
    mailed:
      'Der Link zu dieser Seite steht auch in Ihrer Mail. Mit dem anderen Link darin ändern oder stornieren Sie die Buchung.',
    void_title: 'Dieses Ticket gilt nicht mehr',
    void_text: 'Es wurde storniert oder durch ein anderes ersetzt. Sehen Sie in Ihre neueste Mail.',
    off_title: 'Diese Vorstellung fällt aus',
    off_text: 'Das tut uns leid. Im Programm finden Sie andere Abende.',
  },
  manage: {
    title: 'Ihre Buchung',
    party: 'Anzahl der Personen ändern',
    save: 'Speichern',
    cancel_title: 'Sie können nicht kommen?',
    cancel_text: 'Ihre Plätze gehen an andere. Das lässt sich nicht rückgängig machen.',
    cancel: 'Buchung stornieren',
    changed_title: 'Geändert',
    changed_text: 'Ihr neues Ticket ist in Ihren Mails. Das alte gilt nicht mehr.',
    cancelled_title: 'Ihre Buchung ist storniert',
    cancelled_text: 'Danke, dass Sie Bescheid gegeben haben. Die Plätze gehen an andere.',
    no_room: ({ most }) =>
      `Es ist höchstens für ${most} von Ihnen Platz. Ihre Buchung ist geblieben, wie sie war.`,
    closed: 'Diese Buchung kann hier nicht mehr geändert werden.',
  },
  mail: {
    confirm_subject: ({ title }) => `Bitte bestätigen: ${title}`,
    confirm_lead:
      'Sie möchten Plätze buchen. Bitte bestätigen Sie, damit wir sie für Sie freihalten.',
    confirm_button: 'Buchung bestätigen',
    confirm_until: ({ when }) =>
      `Der Link gilt bis ${when}. Bis Sie bestätigen, sind keine Plätze reserviert.`,
    confirm_ignore: 'Das waren nicht Sie? Dann tun Sie nichts: Es ist nichts gebucht.',
    ticket_subject: ({ title }) => `Ihr Ticket: ${title}`,
    ticket_lead: 'Ihre Plätze sind bestätigt. Zeigen Sie den Code dieses Tickets am Einlass.',
    ticket_button: 'Ticket öffnen',
    manage: 'Ändern oder stornieren',
    changed_subject: ({ title }) => `Ihr neues Ticket: ${title}`,
    changed_lead: 'Ihre Buchung wurde geändert. Dieses Ticket ersetzt das alte.',
    cancelled_subject: ({ title }) => `Storniert: ${title}`,
    cancelled_lead: 'Ihre Buchung wurde storniert. Das Ticket gilt nicht mehr.',
    called_off_subject: ({ title }) => `Abgesagt: ${title}`,
    called_off_lead:
      'Es tut uns leid: Diese Vorstellung findet nicht statt. Ihr Ticket lässt niemanden ein.',
    takes_place_subject: ({ title }) => `Findet doch statt: ${title}`,
    takes_place_lead:
      'Gute Nachricht: Diese Vorstellung findet doch statt. Ihr Ticket gilt wie zuvor.',
  },
}
