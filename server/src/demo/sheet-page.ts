import { html, raw } from 'hono/html'
import { qrSvg } from '../qr/qr-code'
import { HARBOUR, RIVAL } from './cast'
import type { Html } from './sheet-layout'
import type { Sheet, SheetCard, SheetPerson } from './sheet.query'

/** The printable page: what to do first, then codes to film. */
export async function sheetPage(sheet: Sheet, publicUrl: string): Promise<Html> {
  const { cast, cards, people } = sheet
  const tickets = await Promise.all(cards.map((card) => cardTicket(card, publicUrl)))
  const evenings = await eveningTickets(sheet, publicUrl)
  const badges = await Promise.all(people.map((person) => badge(person, publicUrl)))
  return html`
    <header>
      <p class="maker">Counterfoil, demo sheet</p>
      <h1>${cast.name}</h1>
      <nav class="screen">${other(sheet)}</nav>
    </header>
    <section class="how">
      <p>
        Open this page on a second screen, or print it. Open <strong>${publicUrl}/kiosk/</strong> on
        the tablet, pair it with the code below, and hold any card or badge before its camera. The
        codes are for this demo alone.
      </p>
      ${reach(publicUrl)}
    </section>
    <section>
      <h2>1. Pair a tablet</h2>
      ${await pairing(sheet, publicUrl)}
    </section>
    <section>
      <h2>2. Who is at the counter</h2>
      <p>Choose the person on the tablet, or scan the badge; then type the PIN.</p>
      <div class="badges">${badges}</div>
    </section>
    <section>
      <h2>3. Customers’ cards</h2>
      <p>
        One stamp every 15 minutes, five a day at most: the next customer has another card. Cards of
        points take any number of purchases.
      </p>
      <div class="tickets">${tickets}</div>
    </section>
    ${await poster(sheet, publicUrl)} ${evenings}
  `
}

/** What hangs at the entrance, for people's own phones. */
async function poster({ poster_token, stores }: Sheet, publicUrl: string): Promise<Html> {
  if (poster_token === undefined) return html``
  const url = `${publicUrl}/stamp?t=${poster_token}`
  return html`<section>
    <h2>4. Clock in with a phone</h2>
    <p>
      This hangs at the entrance of ${stores[0]?.name ?? ''}: scan it with any phone, then type a
      number and PIN from above. <a href="${url}">The page behind it</a>,
      <a href="${publicUrl}/stamp/poster?t=${poster_token}">the poster to print</a>.
    </p>
    <div class="tickets">
      <article class="ticket">
        <div class="stub">${raw(await qrSvg(url))}</div>
        <div class="body"><h3>Poster</h3></div>
      </article>
    </div>
  </section>`
}

/** Tickets for the door; a merchant without evenings has none. */
async function eveningTickets({ tickets }: Sheet, publicUrl: string): Promise<Html> {
  if (tickets.length === 0) return html``
  const shown = tickets.map(
    async ({ token, name, party_size, what }) =>
      html`<article class="ticket">
        <div class="stub">${raw(await qrSvg(`${publicUrl}/t/${token}`))}</div>
        <div class="body">
          <h3>${name}</h3>
          <p class="number">${party_size === 1 ? '1 person' : `${party_size} people`}</p>
          <p class="small">${what}</p>
        </div>
      </article>`,
  )
  return html`<section>
    <h2>5. Tickets for the door</h2>
    <p>
      The tablet needs the job <em>door</em>: switch it on in the console, choose the first evening,
      then hold these before it.
    </p>
    <div class="tickets">${await Promise.all(shown)}</div>
  </section>`
}

function other({ cast }: Sheet): Html {
  return cast.key === HARBOUR.key
    ? html`<a href="?merchant=rival">${RIVAL.name}, whose cards do not count here</a>`
    : html`<a href="?merchant=harbour">Back to ${HARBOUR.name}</a>`
}

/** A tablet in the hand cannot reach a computer under the name that it calls itself. */
function reach(publicUrl: string): Html {
  const { hostname } = new URL(publicUrl)
  if (hostname !== 'localhost' && hostname !== '127.0.0.1') return html``
  return html`<p class="note">
    These codes lead to ${publicUrl}, which only this computer can reach: try it in two windows. For
    a real tablet, start with PUBLIC_URL set to an https address of this server.
  </p>`
}

async function pairing({ cast, stores }: Sheet, publicUrl: string): Promise<Html> {
  return html`
    <div class="pair">
      <figure>
        ${raw(await qrSvg(`${publicUrl}/kiosk/`))}
        <figcaption>Opens the tablet’s page</figcaption>
      </figure>
      <form method="post" action="/demo/sheet/pairing" class="screen">
        <input type="hidden" name="merchant" value="${cast.key}" />
        <label for="store">Store</label>
        <select id="store" name="store">
          ${stores.map(({ code, name }) => html`<option value="${code}">${name}</option>`)}
        </select>
        <button>Show a pairing code</button>
        <p class="small">A code works once, for 15 minutes.</p>
      </form>
    </div>
  `
}

async function cardTicket(card: SheetCard, publicUrl: string): Promise<Html> {
  const { token, number, program, holds } = card
  return html`<article class="ticket">
    <div class="stub">${raw(await qrSvg(`${publicUrl}/c/${token}`))}</div>
    <div class="body">
      <h3>${program}</h3>
      <p class="number">${number}</p>
      <p class="small">${holds}</p>
      <p class="code" translate="no">${token}</p>
    </div>
  </article>`
}

async function badge(person: SheetPerson, publicUrl: string): Promise<Html> {
  const { name, personnel_number, badge_token, pin } = person
  const code =
    badge_token === undefined
      ? html`<p class="small">The console gave out another badge.</p>`
      : raw(await qrSvg(`${publicUrl}/b/${badge_token}`))
  return html`<article class="ticket">
    <div class="stub">${code}</div>
    <div class="body">
      <h3>${name}</h3>
      <p class="small">Number ${personnel_number}</p>
      <p class="pin">${pin === undefined ? 'PIN changed since' : html`PIN <b>${pin}</b>`}</p>
    </div>
  </article>`
}
