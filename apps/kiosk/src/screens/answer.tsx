import { Button, cx } from '@counterfoil/ui'
import Undo2 from 'lucide-react/icons/undo-2'
import { type ReactNode, useEffect } from 'react'
import type { Said } from '../app/saved-view'
import { useServices } from '../app/services-context'
import { useText } from '../app/text'
import { useAnswered } from '../hooks/use-answered'
import { Layer } from './layer'
import { SavedMark } from './saved-mark'
import styles from './verdict.module.css'

export interface AnswerProps {
  readonly tone: 'ok' | 'warn' | 'stop' | 'info'
  readonly icon: ReactNode
  readonly word: string
  /** Large, below the word: whom it is about, the one fact that matters. */
  readonly facts: readonly (string | null)[]
  readonly second: string | null
  readonly said: Said | null
  /** What kind of result it is, and the verdict's code where it is one. */
  readonly kind: string
  readonly code?: string | undefined
  /** Between the words and the foot. */
  readonly children?: ReactNode
  /** Further buttons, before the one that goes on. */
  readonly ways?: ReactNode
  /** Absent when nothing can be undone. */
  readonly onUndo?: (() => void) | undefined
  readonly onDismiss: () => void
}

/** An answer of any job: the whole screen, in colour, with an icon, a word, a tone and the facts. */
export function Answer(props: AnswerProps) {
  const { tone, word, second, onDismiss } = props
  const { sound } = useServices()
  useEffect(() => sound.play(tone), [sound, tone])
  useAnswered()
  const facts = props.facts.filter((fact) => fact !== null)
  return (
    <Layer className={cx(styles['verdict'], styles[tone])} label={word} screen="verdict">
      <div
        className={styles['body']}
        data-code={props.code}
        data-tone={tone}
        data-verdict={props.kind}
        onPointerUp={onDismiss}
      >
        <div className={styles['answer']} role="alert">
          <span className={styles['icon']}>{props.icon}</span>
          <div className={styles['words']}>
            <h1 className={styles['word']}>{word}</h1>
            {facts.map((fact) => (
              <p className={styles['fact']} key={fact}>
                {fact}
              </p>
            ))}
            {second !== null && <p className={styles['second']}>{second}</p>}
          </div>
        </div>
        {props.children}
        <Foot {...props} />
      </div>
    </Layer>
  )
}

function Foot({ said, ways, onUndo, onDismiss }: AnswerProps) {
  const { t } = useText()
  return (
    <footer className={styles['foot']}>
      <p className={styles['saved']}>{said !== null && <SavedMark long said={said} />}</p>
      <div className={styles['ways']} onPointerUp={(event) => event.stopPropagation()}>
        {onUndo !== undefined && (
          <Button className={styles['button']} icon={<Undo2 aria-hidden />} onClick={onUndo}>
            {t.common.action.undo}
          </Button>
        )}
        {ways}
        <Button className={styles['button']} onClick={onDismiss}>
          {t.common.action.continue}
        </Button>
      </div>
    </footer>
  )
}
