import type { AnswerOf, ENDPOINTS, Program } from '@counterfoil/protocol'
import { create } from 'qrcode'
import { useMemo } from 'react'
import { PrintSheet } from '../../components/print-sheet'
import styles from './card-sheet.module.css'
import { PaperCard } from './paper-card'

type Made = AnswerOf<typeof ENDPOINTS.createCards>['items']

export interface CardSheetProps {
  readonly items: Made
  readonly program: Program
}

const SHOWN = 6

/** Ten cards to an A4 page on paper; the first few on screen. */
export function CardSheet({ items, program }: CardSheetProps) {
  const cards = useMemo(
    () =>
      items.map(({ card, token }) => (
        <PaperCard
          key={card.id}
          number={card.number}
          program={program}
          qr={<QrCode text={`${location.origin}/c/${token}`} />}
          token={token}
        />
      )),
    [items, program],
  )
  return (
    <>
      <div className={styles['preview']}>{cards.slice(0, SHOWN)}</div>
      <PrintSheet>
        <div className={styles['sheet']}>{cards}</div>
      </PrintSheet>
    </>
  )
}

/** Dark modules as one path; sharp at any size and small enough for a thousand of them. */
export function QrCode({ text }: { readonly text: string }) {
  const { modules } = create(text, { errorCorrectionLevel: 'M' })
  const size = modules.size
  let path = ''
  for (let row = 0; row < size; row += 1) {
    for (let column = 0; column < size; column += 1) {
      if (modules.get(row, column)) path += `M${column} ${row}h1v1h-1z`
    }
  }
  return (
    <svg aria-hidden shapeRendering="crispEdges" viewBox={`-2 -2 ${size + 4} ${size + 4}`}>
      <path d={path} fill="#15181e" />
    </svg>
  )
}
