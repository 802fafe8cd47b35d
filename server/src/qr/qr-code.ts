import QRCode from 'qrcode'

/**
 * Data URL of a PNG of the QR of `text`: ink on white, with the quiet zone of four modules that
 * the standard asks for. Low error correction: shown on a screen or fresh print, fewer and larger
 * modules are easier to film than spare ones.
 */
export function qrPng(text: string): Promise<string> {
  return QRCode.toDataURL(text, { ...LOOK, type: 'image/png', scale: 8 })
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
