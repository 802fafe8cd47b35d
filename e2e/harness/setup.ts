import type { ProductServer } from './server'

/** The one-time link that a server without accounts prints once it is ready. */
export async function setupLinkOf(server: ProductServer): Promise<string> {
  const [link] = await server.printed(/https?:\/\/\S+\/setup\S*/)
  return link
}

/** Fills in and sends the form behind a set-up link, as a browser without script would. */
export async function setUp(
  server: ProductServer,
  link: string,
  more: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const url = new URL(link)
  const fields = {
    token: url.searchParams.get('token') ?? '',
    name: 'Ada First',
    email: 'ada@first.example',
    password: 'a sentence is fine',
    merchant: 'First Bakery',
    currency: 'EUR',
    store: 'Main street',
    store_code: 'MAIN-1',
    time_zone: 'Europe/Luxembourg',
    ...more,
  }
  return fetch(server.origin + url.pathname, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: server.origin,
      'content-type': 'application/x-www-form-urlencoded',
    },
    body: new URLSearchParams(fields).toString(),
  })
}
