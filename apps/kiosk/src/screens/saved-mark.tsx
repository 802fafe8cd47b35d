import Check from 'lucide-react/icons/check'
import CheckCheck from 'lucide-react/icons/check-check'
import Server from 'lucide-react/icons/server'
import Tablet from 'lucide-react/icons/tablet'
import TriangleAlert from 'lucide-react/icons/triangle-alert'
import { useMemo } from 'react'
import { type Said, type Sureness, surenessOf } from '../app/saved-view'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { useLive, usePart } from '../hooks/use-live'
import styles from './saved-mark.module.css'

// A tick belongs to a yes alone.
const ICONS = {
  saved: Check,
  confirmed: CheckCheck,
  refused: TriangleAlert,
  unchecked: Tablet,
  checked: Server,
  allowed: TriangleAlert,
} satisfies Record<Sureness, unknown>

export interface SavedMarkProps {
  readonly said: Said
  /** The whole sentence instead of two words. */
  readonly long?: boolean
}

/** How sure the answer is; changes by itself when the server's word comes. */
export function SavedMark({ said, long = false }: SavedMarkProps) {
  const { kiosk } = useServices()
  const { t } = useText()
  const known = useLive(useMemo(() => kiosk.live.stateOf(said.op_id), [kiosk, said.op_id]))
  const online = usePart(kiosk.live.status, ({ network }) => network === 'online')
  const state = surenessOf(said, known)
  const words = t.kiosk.verdict
  const Icon = ICONS[state]
  const text = {
    saved: long ? (online ? words.saved_online : t.verdicts.saved) : words.saved_short,
    confirmed: words.confirmed_short,
    refused: words.refused_after_all,
    unchecked: long ? (online ? words.unchecked_online : words.unchecked) : words.unchecked_short,
    checked: words.checked,
    allowed: words.allowed_after_all,
  }[state]
  return (
    <span className={styles['mark']} data-saved={state}>
      <Icon aria-hidden />
      {text}
    </span>
  )
}
