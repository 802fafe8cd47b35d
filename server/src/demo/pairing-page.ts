import { html, raw } from 'hono/html'
import { qrSvg } from '../qr/qr-code'
import type { Paired } from '../devices/device.repository'
import type { Html } from './sheet-layout'

/** One pairing code, large, with what to type where there is no camera. */
export async function pairingPage(
  { device, shown }: Paired,
  store: { readonly name: string },
  back: string,
): Promise<Html> {
  return html`
    <header>
      <p class="maker">Counterfoil, demo sheet</p>
      <h1>Pair a tablet with ${store.name}</h1>
    </header>
    <section class="pairing">
      <div class="ticket large">
        <div class="stub">${raw(await qrSvg(JSON.stringify(shown.pairing)))}</div>
        <div class="body">
          <p>Film this code with the tablet. No camera? Type</p>
          <p class="code">${shown.typed_code}</p>
          <p class="small">
            It works once, within 15 minutes. The tablet is called ${device.label}.
          </p>
        </div>
      </div>
      <p class="screen"><a href="${back}">Back to the sheet</a></p>
    </section>
  `
}
