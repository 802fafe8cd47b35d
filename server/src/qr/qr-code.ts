import QRCode from 'qrcode'

/**
 * Data URL of a PNG of the QR of `text`: ink on white, with the quiet zone of four modules that
 * the standard asks for. Low error correction: shown on a screen or fresh print, fewer and larger
 * modules are easier to film than spare ones.
 */
export async function qrPng(text: string): Promise<string> {
  const png = await QRCode.toBuffer(text, { ...LOOK, type: 'png', scale: 8, rendererOpts: PACKED })
  return `data:image/png;base64,${png.toString('base64')}`
}

/** The same as an SVG element, sharp at any size on paper. */
export function qrSvg(text: string): Promise<string> {
  return QRCode.toString(text, { ...LOOK, type: 'svg' })
}

const LOOK = {
  errorCorrectionLevel: 'L',
  margin: 4,
  color: { dark: '#000000ff', light: '#ffffffff' },
} as const

/** Rows repeat the one above: told so, PNG packs them in half the time, and smaller, than by trying. */
const PACKED = { filterType: 2, deflateStrategy: 0, deflateLevel: 6 }
