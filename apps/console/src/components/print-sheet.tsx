import type { ReactNode } from 'react'
import { createPortal } from 'react-dom'
import './print-sheet.css'

/** What is printed instead of the page: stands outside it, invisible on screen. */
export function PrintSheet({ children }: { readonly children: ReactNode }) {
  return createPortal(<div className="print-sheet">{children}</div>, document.body)
}

export function printSheet(): void {
  window.print()
}
