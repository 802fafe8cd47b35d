import type { pages as source } from '../en/pages'

export const pages: typeof source = {
  welcome: {
    title: 'Bienvenue',
    heading: 'Le comptoir, la porte et la pointeuse',
    intro: 'Ce serveur garde ce qui fait foi. Où souhaitez-vous aller ?',
    console: 'Console',
    console_text: 'Associer des tablettes, voir ce qui s’est passé, trancher les cas litigieux.',
    tablet: 'Tablette',
    tablet_text:
      'Faire de cet appareil un comptoir, une porte ou une pointeuse. Il faut un code d’association de la console.',
    demo: 'Codes QR de la démonstration',
    demo_text: 'Des cartes à imprimer, ou à scanner depuis un autre écran.',
    api: 'API',
    api_text: 'Toutes les routes, pour vos scripts.',
  },
  setup: {
    title: 'Installation',
    heading: 'Installer ce serveur',
    intro:
      'Vous créez ici le premier compte, qui a tous les droits, et votre entreprise avec son premier magasin.',
    check: 'Certains champs sont à revoir.',
    you: 'Vous',
    business: 'Votre entreprise',
    submit: 'Installer',
    fields: {
      name: 'Votre nom',
      email: 'E-mail',
      password: 'Mot de passe',
      merchant: 'Nom de l’entreprise',
      currency: 'Devise',
      store: 'Premier magasin',
      store_code: 'Code du magasin',
      time_zone: 'Fuseau horaire',
    },
    hints: {
      password: 'Au moins 12 caractères ; une phrase convient',
      currency: 'Trois lettres, par exemple EUR',
      store: 'Comme on l’appelle',
      store_code: 'Lettres, chiffres et traits d’union, par exemple MAIN-1',
    },
    wrong: {
      name: 'Indiquez votre nom.',
      email: 'Indiquez une adresse e-mail, par exemple ann@shop.example.',
      password: 'Choisissez un mot de passe d’au moins 12 caractères.',
      merchant: 'Indiquez le nom de l’entreprise.',
      currency: 'Indiquez les trois lettres de la devise, par exemple EUR.',
      store: 'Indiquez le nom du magasin.',
      store_code:
        'Utilisez seulement des lettres, des chiffres et des traits d’union, par exemple MAIN-1.',
      time_zone: 'Choisissez le fuseau horaire du magasin.',
    },
    gone: 'Ce lien a déjà servi ou n’est plus valable',
    gone_text:
      'Si personne n’a encore installé ce serveur, redémarrez-le : il affiche un nouveau lien. Sinon, connectez-vous.',
    sign_in: 'Se connecter',
  },
}
