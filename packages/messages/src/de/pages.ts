import type { pages as source } from '../en/pages'

export const pages: typeof source = {
  welcome: {
    title: 'Willkommen',
    heading: 'Theke, Einlass und Stempeluhr',
    intro: 'Auf diesem Server liegt, was zählt. Wohin möchten Sie?',
    console: 'Konsole',
    console_text: 'Tablets koppeln, sehen, was geschehen ist, entscheiden, was sich widerspricht.',
    tablet: 'Tablet',
    tablet_text:
      'Dieses Gerät wird Theke, Einlass oder Stempeluhr. Dazu braucht es einen Kopplungscode aus der Konsole.',
    demo: 'QR-Codes der Demo',
    demo_text: 'Karten zum Drucken oder zum Scannen von einem anderen Bildschirm.',
    api: 'API',
    api_text: 'Alle Routen, für Skripte.',
  },
  setup: {
    title: 'Einrichten',
    heading: 'Diesen Server einrichten',
    intro:
      'Hier entstehen das erste Konto, das alles darf, und Ihr Betrieb mit der ersten Filiale.',
    check: 'Bitte einige Felder noch einmal ansehen.',
    you: 'Sie',
    business: 'Ihr Betrieb',
    submit: 'Einrichten',
    fields: {
      name: 'Ihr Name',
      email: 'E-Mail',
      password: 'Passwort',
      merchant: 'Name des Betriebs',
      currency: 'Währung',
      store: 'Erste Filiale',
      store_code: 'Kürzel der Filiale',
      time_zone: 'Zeitzone',
    },
    hints: {
      password: 'Mindestens 12 Zeichen; gern ein ganzer Satz',
      currency: 'Drei Buchstaben, etwa EUR',
      store: 'Wie alle sie nennen',
      store_code: 'Buchstaben, Ziffern und Bindestriche, etwa MAIN-1',
    },
    wrong: {
      name: 'Bitte Ihren Namen eingeben.',
      email: 'Bitte eine E-Mail-Adresse eingeben, etwa ann@shop.example.',
      password: 'Bitte ein Passwort mit mindestens 12 Zeichen wählen.',
      merchant: 'Bitte den Namen des Betriebs eingeben.',
      currency: 'Bitte die drei Buchstaben der Währung eingeben, etwa EUR.',
      store: 'Bitte den Namen der Filiale eingeben.',
      store_code: 'Nur Buchstaben, Ziffern und Bindestriche, etwa MAIN-1.',
      time_zone: 'Bitte die Zeitzone der Filiale wählen.',
    },
    gone: 'Dieser Link wurde schon benutzt oder ist abgelaufen',
    gone_text:
      'Hat noch niemand diesen Server eingerichtet, starten Sie ihn neu: Er zeigt einen neuen Link. Sonst melden Sie sich an.',
    sign_in: 'Anmelden',
  },
}
