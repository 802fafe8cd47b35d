import { Button, cx, EmptyState, Notice, TextField } from '@counterfoil/ui'
import Search from 'lucide-react/icons/search'
import { useMemo, useState } from 'react'
import type { Step, WhoProblem } from '../app/flow-state'
import { useServices } from '../app/services-context'
import { useStage } from '../app/stage-context'
import { useText } from '../app/text'
import { byLastUse, tileNames } from '../app/tile-names'
import { useAnswered } from '../hooks/use-answered'
import { useLive } from '../hooks/use-live'
import { CardSlip } from './card-slip'
import { Layer } from './layer'
import { PersonTile } from './person-tile'
import styles from './who.module.css'

/** More people than fit at a glance get a field to find them. */
const GLANCE = 12

const crowdOf = (people: number) => (people <= 4 ? 'few' : people <= 9 ? 'some' : 'many')

export function Who({ step }: { readonly step: Extract<Step, { at: 'who' }> }) {
  const { kiosk } = useServices()
  const stage = useStage()
  const { t } = useText()
  const people = useLive(kiosk.live.people)
  const [search, setSearch] = useState('')
  const names = useMemo(() => tileNames(people), [people])
  const wanted = search.trim().toLocaleLowerCase()
  const shown = byLastUse(people).filter(
    ({ name, personnel_number }) =>
      name.toLocaleLowerCase().includes(wanted) || personnel_number.includes(wanted),
  )
  const words = t.kiosk.who
  useAnswered()
  return (
    <Layer label={words.title} screen="who">
      <div className={styles['who']}>
        <header className={styles['head']}>
          <div>
            <h1>{words.title}</h1>
            <p className={styles['hint']}>{words.hint}</p>
          </div>
          <CardSlip card={step.card} />
          <Button onClick={() => stage.send({ type: 'home' })}>{t.common.action.cancel}</Button>
        </header>
        {step.problem !== null && <Problem problem={step.problem} />}
        {people.length > GLANCE && (
          <TextField
            autoComplete="off"
            icon={<Search aria-hidden />}
            label={words.search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            type="search"
            value={search}
          />
        )}
        {people.length === 0 ? (
          <EmptyState title={words.nobody}>{words.nobody_text}</EmptyState>
        ) : shown.length === 0 ? (
          <EmptyState title={words.no_match} />
        ) : (
          <ul className={cx(styles['tiles'], styles[crowdOf(people.length)])}>
            {shown.map((person) => (
              <li key={person.id}>
                <PersonTile
                  name={names.get(person.id) ?? person.name}
                  onChoose={() => stage.send({ type: 'person', staff_id: person.id })}
                  person={person}
                />
              </li>
            ))}
          </ul>
        )}
      </div>
    </Layer>
  )
}

function Problem({ problem }: { readonly problem: WhoProblem }) {
  const { t } = useText()
  switch (problem.kind) {
    case 'badge_unknown':
      return (
        <Notice live="assertive" tone="warn">
          {t.kiosk.who.badge_unknown}
        </Notice>
      )
    case 'not_a_badge':
      return (
        <Notice live="assertive" tone="warn">
          {t.kiosk.verdict.unknown_text}
        </Notice>
      )
    case 'no_pin':
      return (
        <Notice live="assertive" title={t.kiosk.who.no_pin} tone="warn">
          {t.kiosk.who.no_pin_text({ name: problem.name })}
        </Notice>
      )
  }
}
