import { FieldNote, Perforation, TextArea } from '@counterfoil/ui'
import { CopyButton, Countdown, StatusDot } from '@counterfoil/ui/console'
import { useState } from 'react'
import { useText } from '../../text'
import type { PairedAnswer } from '../../api/devices'
import styles from './pairing-code.module.css'

/** As the contract says; counted from the answer, so that a wrong clock here does no harm. */
const VALID_FOR = 15 * 60_000

/** The QR, the code to type, and how long both still work. */
export function PairingCode({ answer, onEnd }: { answer: PairedAnswer; onEnd: () => void }) {
  const { t } = useText()
  const words = t.console.tablets.pairing
  const [until] = useState(() => Date.now() + VALID_FOR)
  const [byHand, setByHand] = useState(false)
  const text = JSON.stringify(answer.pairing)
  return (
    <div className={styles['pairing']}>
      <div className={styles['scan']}>
        <img alt={words.qr} className={styles['qr']} src={answer.qr_png} />
        <p className={styles['left']}>
          {words.left} <Countdown onEnd={onEnd} until={until} />
        </p>
      </div>
      <div className={styles['words']}>
        <p className={styles['lead']}>{words.scan}</p>
        <div role="status">
          <StatusDot hollow tone="info">
            {words.waiting}
          </StatusDot>
        </div>
        <Perforation />
        <p>{words.typed}</p>
        <p className={styles['code']}>{answer.typed_code}</p>
        <div className={styles['copy']}>
          <CopyButton
            label={words.copy_code}
            onRefused={() => setByHand(true)}
            text={answer.typed_code}
          />
          <CopyButton label={words.copy_text} onRefused={() => setByHand(true)} text={text} />
        </div>
        {byHand && (
          <TextArea
            error={t.console.shell.copy_failed}
            label={words.text}
            onFocus={(event) => event.currentTarget.select()}
            readOnly
            value={text}
          />
        )}
        <FieldNote hint={words.once} id="pairing-once" />
      </div>
    </div>
  )
}
