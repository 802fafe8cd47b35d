export const nav = {
  label: 'Main',
  today: 'Today',
  programs: 'Programs',
  cards: 'Cards',
  customers: 'Customers',
  performances: 'Performances',
  venues: 'Shows & venues',
  clock: 'Hours',
  mails: 'Mails',
  stores: 'Stores & tablets',
  people: 'People',
  ledger: 'Ledger',
  reviews: 'Reviews',
  settings: 'Settings',
  merchants: 'Merchants',
  business: 'Business',
  open_label: 'to decide',
  quiet_label: 'quiet',
}

export const shell = {
  roles: { owner: 'Owner', manager: 'Manager', viewer: 'Viewer' },
  platform_admin: 'Platform admin',
  account: 'Account',
  theme: 'Appearance',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  switch_merchant: 'Switch merchant',
  on_behalf: ({ merchant }: { readonly merchant: string }) =>
    `You are working for ${merchant}. Everything you do here is recorded under your name.`,
  notices: 'Status',
  leave: 'Back to all merchants',
  offline: {
    title: 'No connection',
    text: 'What you see is from before. New things appear as soon as the network is back.',
  },
  live_again: 'Connected again',
  loading: 'Opening the books',
  request: ({ id }: { readonly id: string }) => `Request ${id}`,
  not_found: {
    title: 'This page does not exist',
    text: 'The address may be mistyped, or what was here has moved.',
    action: 'Go to Today',
  },
  crashed: {
    title: 'This page stumbled',
    text: 'That was our fault. Nothing is lost: what was saved is saved. Load the page again.',
    action: 'Load again',
  },
  no_merchant: {
    title: 'No business here yet',
    text: 'Your account belongs to no business. Ask an owner to add you, then sign in again.',
  },
  load_more: 'Show more',
  everything: 'That is everything.',
  copy_failed: 'Copying did not work. Select the text and copy it by hand.',
}

export const sign_in = {
  title: 'Sign in',
  lead: 'The console of your counter, your door and your clock.',
  email: 'E-mail',
  password: 'Password',
  show_password: 'Show password',
  hide_password: 'Hide password',
  totp: 'Code from your authenticator app',
  totp_hint: 'Six digits, or a recovery code.',
  submit: 'Sign in',
  ended: 'Your session has ended. Sign in again and you are back where you were.',
  wrong: 'This e-mail and password do not go together. Check both and try again.',
  wrong_totp: 'This code is not right, or it has run out. Type the one shown now.',
  too_many: ({ wait }: { readonly wait: string }) =>
    `Too many tries. You can try again in ${wait}.`,
  no_network: 'The server cannot be reached. Check your network and try again.',
  demo: 'Trying the demo? The password was printed when the server started.',
}

export const merchants = {
  title: 'Merchants',
  lead: 'Choose a business to work on its behalf. Its people see what you did, under your name.',
  name: 'Name',
  stores: 'Stores',
  tablets: 'Tablets',
  since: 'Since',
  open: 'Open',
  empty: { title: 'No merchants yet', text: 'As soon as a business is set up, it is listed here.' },
}
