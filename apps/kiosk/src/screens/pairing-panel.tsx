import { Button, Notice, TextField } from '@counterfoil/ui'
import { type FormEvent, type ReactNode, useMemo, useState } from 'react'
import { createPairingFlow } from '../app/pairing-flow'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { useCodes } from '../hooks/use-codes'
import { useKeys } from '../hooks/use-keys'
import { useLive } from '../hooks/use-live'
import { CameraWindow } from './camera-window'
import { PairingProblem } from './pairing-problem'
import styles from './pairing-panel.module.css'

const NOTHING = () => {}

/** Pairs by filming the QR; by typing its code as the other way. */
export function PairingPanel({ children }: { readonly children: ReactNode }) {
  const { kiosk, onUnexpected } = useServices()
  const { t } = useText()
  const flow = useMemo(() => createPairingFlow(kiosk, onUnexpected), [kiosk, onUnexpected])
  const step = useLive(flow)
  const words = t.kiosk.pairing
  const working = step.kind === 'working'
  useCodes({ taking: () => flow.get().kind !== 'working', take: flow.scanned })
  useKeys({ onDigit: NOTHING, onErase: NOTHING, onEscape: NOTHING })
  return (
    <div className={styles['panel']}>
      <CameraWindow />
      <div className={styles['side']}>
        {children}
        <div aria-live="polite" className={styles['news']} data-pairing={step.kind}>
          {working && <Notice tone="brand">{words.working} …</Notice>}
          {step.kind === 'not_pairing' && <Notice tone="warn">{words.not_pairing}</Notice>}
          {step.kind === 'refused' && <PairingProblem code={step.code} />}
        </div>
        <TypedPairing busy={working} onCode={flow.typed} />
      </div>
    </div>
  )
}

interface TypedPairingProps {
  readonly busy: boolean
  readonly onCode: (code: string) => void
}

function TypedPairing({ busy, onCode }: TypedPairingProps) {
  const { t } = useText()
  const [open, setOpen] = useState(false)
  const [code, setCode] = useState('')
  const words = t.kiosk.pairing
  if (!open) {
    return (
      <Button onClick={() => setOpen(true)} size="large" wide>
        {words.by_code}
      </Button>
    )
  }
  function submit(event: FormEvent): void {
    event.preventDefault()
    if (!busy) onCode(code)
  }
  return (
    <form className={styles['form']} onSubmit={submit}>
      <TextField
        autoCapitalize="characters"
        autoComplete="off"
        autoCorrect="off"
        // Opened by the button that was here a moment ago.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        hint={words.code_hint}
        label={words.code_label}
        onChange={(event) => setCode(event.currentTarget.value)}
        spellCheck={false}
        value={code}
      />
      <Button busy={busy} size="large" type="submit" variant="primary" wide>
        {words.pair}
      </Button>
    </form>
  )
}
