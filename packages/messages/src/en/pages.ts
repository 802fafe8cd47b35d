/** What the server's own pages say: the welcome and setting up a new server. */
export const pages = {
  welcome: {
    title: 'Welcome',
    heading: 'The counter, the door and the clock',
    intro: 'This server keeps the part that counts. Where would you like to go?',
    console: 'Console',
    console_text: 'Pair tablets, see what happened, decide what clashed.',
    tablet: 'Tablet',
    tablet_text:
      'Turn this device into a counter, a door or a clock. It needs a pairing code from the console.',
    demo: 'QR codes of the demo',
    demo_text: 'Cards to print, or to scan from another screen.',
    api: 'API',
    api_text: 'Every route, for scripts.',
  },
  setup: {
    title: 'Set up',
    heading: 'Set up this server',
    intro:
      'This makes the first account, which may do everything, and your business with its first store.',
    check: 'Some fields need another look.',
    you: 'You',
    business: 'Your business',
    submit: 'Set up',
    fields: {
      name: 'Your name',
      email: 'E-mail',
      password: 'Password',
      merchant: 'Name of the business',
      currency: 'Currency',
      store: 'First store',
      store_code: 'Code of the store',
      time_zone: 'Time zone',
    },
    hints: {
      password: 'At least 12 characters; a sentence is fine',
      currency: 'Three letters, such as EUR',
      store: 'As people call it',
      store_code: 'Letters, digits and hyphens, such as MAIN-1',
    },
    wrong: {
      name: 'Enter your name.',
      email: 'Enter an e-mail address, such as ann@shop.example.',
      password: 'Choose a password of at least 12 characters.',
      merchant: 'Enter the name of the business.',
      currency: 'Enter the three letters of the currency, such as EUR.',
      store: 'Enter the name of the store.',
      store_code: 'Use letters, digits and hyphens only, such as MAIN-1.',
      time_zone: 'Choose the time zone of the store.',
    },
    gone: 'This link has been used or has run out',
    gone_text:
      'If nobody has set up this server yet, start it again: it prints a new link. Otherwise sign in.',
    sign_in: 'Sign in',
  },
}
