import type { pages as source } from '../en/pages'

export const pages: typeof source = {
  welcome: {
    title: 'Wëllkomm',
    heading: 'D’Thek, den Agank an d’Stempelauer',
    intro: 'Op dësem Server läit dat, wat zielt. Wuer wëllt Dir goen?',
    console: 'Konsol',
    console_text:
      'Tablete koppelen, kucken, wat geschitt ass, decidéieren, wat sech widdersprécht.',
    tablet: 'Tablet',
    tablet_text:
      'Dësen Apparat gëtt eng Thek, en Agank oder eng Stempelauer. Dofir brauch en e Kopplungscode aus der Konsol.',
    demo: 'QR-Codë vun der Demo',
    demo_text: 'Kaarte fir ze drécken, oder fir vun engem anere Schierm ze scannen.',
    api: 'API',
    api_text: 'All d’Routen, fir Skripter.',
  },
  setup: {
    title: 'Ariichten',
    heading: 'Dëse Server ariichten',
    intro:
      'Hei entstinn den éischte Kont, deen alles dierf, an Äre Betrib mat senger éischter Filial.',
    check: 'Kuckt w. e. g. e puer Felder nach eng Kéier no.',
    you: 'Dir',
    business: 'Äre Betrib',
    submit: 'Ariichten',
    fields: {
      name: 'Ären Numm',
      email: 'E-Mail',
      password: 'Passwuert',
      merchant: 'Numm vum Betrib',
      currency: 'Währung',
      store: 'Éischt Filial',
      store_code: 'Kierzel vun der Filial',
      time_zone: 'Zäitzon',
    },
    hints: {
      password: 'Mindestens 12 Zeechen; gär e ganze Saz',
      currency: 'Dräi Buschtawen, zum Beispill EUR',
      store: 'Wéi jiddereen se nennt',
      store_code: 'Buschtawen, Zifferen a Bindestrécher, zum Beispill MAIN-1',
    },
    wrong: {
      name: 'Gitt w. e. g. Ären Numm an.',
      email: 'Gitt w. e. g. eng E-Mail-Adress an, zum Beispill ann@shop.example.',
      password: 'Wielt w. e. g. e Passwuert mat mindestens 12 Zeechen.',
      merchant: 'Gitt w. e. g. den Numm vum Betrib an.',
      currency: 'Gitt w. e. g. déi dräi Buschtawe vun der Währung an, zum Beispill EUR.',
      store: 'Gitt w. e. g. den Numm vun der Filial an.',
      store_code: 'Nëmme Buschtawen, Zifferen a Bindestrécher, zum Beispill MAIN-1.',
      time_zone: 'Wielt w. e. g. d’Zäitzon vun der Filial.',
    },
    gone: 'Dëse Link gouf scho benotzt oder ass ofgelaf',
    gone_text:
      'Wann nach kee dëse Server ageriicht huet, start en nei: E weist en neie Link. Soss mellt Iech un.',
    sign_in: 'Umellen',
  },
}
