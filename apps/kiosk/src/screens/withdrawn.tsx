import { Button, Illustration, LanguagePicker, Logo } from '@counterfoil/ui'
import { useState } from 'react'
import type { View } from '../app/choose-view'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { useLive } from '../hooks/use-live'
import { PairingPanel } from './pairing-panel'
import { Queue } from './queue'
import styles from './unpaired.module.css'
import { Trouble } from './trouble'

/** Revoked or run out: what is gone, what is kept, and the way back. */
export function Withdrawn({ view }: { readonly view: Extract<View, { kind: 'withdrawn' }> }) {
  const { t, language, setLanguage } = useText()
  const { flow } = useServices()
  const { page } = useLive(flow)
  const [pairing, setPairing] = useState(false)
  const words = t.kiosk.trouble
  const { unsent: count } = view
  const unsent =
    count !== null && (count === 0 ? words.nothing_unsent : words.unsent({ operations: count }))
  if (page === 'queue') return <Queue />
  if (!pairing) {
    return (
      <Trouble
        action={
          <>
            <Button onClick={() => setPairing(true)} size="large" variant="primary">
              {words.pair_again}
            </Button>
            {count !== null && count > 0 && (
              <Button onClick={() => flow.send({ type: 'open', page: 'queue' })} size="large">
                {words.details}
              </Button>
            )}
          </>
        }
        picture={view.why === 'cleared' ? 'storage' : 'revoked'}
        screen={view.why}
        title={words[view.why]}
      >
        <p>{words[`${view.why}_text`]({ store: view.store_name })}</p>
        {unsent !== false && <p data-unsent={count}>{unsent}</p>}
      </Trouble>
    )
  }
  return (
    <div className={styles['unpaired']} data-screen={`${view.why}-pairing`}>
      <header className={styles['head']}>
        <Logo />
        <LanguagePicker onChange={setLanguage} value={language} />
      </header>
      <PairingPanel>
        <div className={styles['words']}>
          <Illustration name="pairing" />
          <h1 className={styles['title']}>{words.pair_again}</h1>
          <p className={styles['intro']}>{t.kiosk.pairing.step_show}</p>
          {unsent !== false && <p className={styles['intro']}>{unsent}</p>}
          <Button onClick={() => setPairing(false)}>{t.common.action.back}</Button>
        </div>
      </PairingPanel>
    </div>
  )
}
