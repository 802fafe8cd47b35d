import { Avatar, Button, cx } from '@counterfoil/ui'
import type { PinStep } from '../app/flow-state'
import { useStage } from '../app/stage-context'
import { useText } from '../app/text'
import { useAnswered } from '../hooks/use-answered'
import { CardSlip } from './card-slip'
import { Layer } from './layer'
import { PinDots } from './pin-dots'
import { PinLockedClock, PinLockedWords } from './pin-locked'
import { PinPad } from './pin-pad'
import styles from './pin.module.css'

/** One person's PIN: dots on one side, keys at the right thumb; below each other when upright. */
export function Pin({ step }: { readonly step: PinStep }) {
  const stage = useStage()
  const { t } = useText()
  const { person, card, refusal, locked_until } = step
  const words = t.kiosk.pin
  const name = person.name.split(' ')[0] ?? person.name
  useAnswered()
  return (
    <Layer label={words.title({ name })} screen="pin">
      <div className={styles['pin']} data-pin={locked_until === null ? undefined : 'locked'}>
        <div className={styles['who']}>
          <div className={styles['slip']}>
            <CardSlip card={card} />
          </div>
          <div className={styles['person']}>
            <span className={styles['avatar']}>
              <Avatar name={person.name} />
            </span>
            <h1 className={styles['title']}>{words.title({ name })}</h1>
          </div>
          {locked_until === null ? (
            <>
              <PinDots step={step} />
              <p
                className={cx(styles['message'], refusal !== null && styles['wrong'])}
                role="alert"
              >
                {refusal !== null && (
                  <Refusal attempts_left={refusal.attempts_left} code={refusal.code} />
                )}
              </p>
            </>
          ) : (
            <PinLockedWords />
          )}
          <div className={styles['ways']}>
            <Button onClick={() => stage.send({ type: 'someone_else' })}>
              {words.someone_else}
            </Button>
            <Button onClick={() => stage.send({ type: 'home' })} variant="quiet">
              {t.common.action.cancel}
            </Button>
          </div>
        </div>
        {locked_until === null ? (
          <PinPad checking={step.checking} />
        ) : (
          <PinLockedClock until={locked_until} />
        )}
      </div>
    </Layer>
  )
}

function Refusal({ code, attempts_left }: NonNullable<PinStep['refusal']>) {
  const { t } = useText()
  const text = t.verdicts.codes[code]
  return (
    <>
      <strong>{text.headline}.</strong>{' '}
      {text.sentence(attempts_left === null ? {} : { attempts_left })}
    </>
  )
}
