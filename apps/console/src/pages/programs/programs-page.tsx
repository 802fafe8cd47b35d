import { ENDPOINTS, type Program } from '@counterfoil/protocol'
import { EmptyState, Skeleton } from '@counterfoil/ui'
import Plus from 'lucide-react/icons/plus'
import { usePrograms } from '../../api/programs'
import { ErrorState } from '../../components/error-state'
import { LinkTo } from '../../components/link-to'
import { Page } from '../../components/page'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import { ProgramActions } from './program-actions'
import { ProgramCard } from './program-card'
import styles from './programs.module.css'

/** Every program as the card it prints. */
export function ProgramsPage() {
  const { t } = useText()
  const may = useMay()
  const programs = usePrograms()
  const words = t.console.programs
  const add = may(ENDPOINTS.createProgram) && (
    <LinkTo look={{ variant: 'primary', icon: <Plus aria-hidden /> }} to="/programs/new">
      {words.add}
    </LinkTo>
  )
  const sorted = programs.data?.toSorted(
    (a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name),
  )
  return (
    <Page actions={add} lead={words.lead} title={words.title}>
      {programs.error && !sorted && (
        <ErrorState error={programs.error} onRetry={() => void programs.refetch()} />
      )}
      {programs.isPending && <Skeleton lines={5} />}
      {sorted?.length === 0 && (
        <EmptyState action={add} title={words.empty.title}>
          {words.empty.text}
        </EmptyState>
      )}
      <ul className={styles['grid']}>
        {sorted?.map((program) => (
          <li className={styles['item']} key={program.id}>
            <ProgramCard ended={!program.active} program={program} />
            <ProgramFacts program={program} />
          </li>
        ))}
      </ul>
    </Page>
  )
}

function ProgramFacts({ program }: { readonly program: Program }) {
  const { t } = useText()
  const words = t.console.programs
  const minutes = program.cooldown_minutes
  return (
    <div className={styles['facts']}>
      <ul className={styles['rules']}>
        <li>
          <LinkTo to={`/cards?program_id=${program.id}`}>
            {words.cards({ cards: program.cards })}
          </LinkTo>
        </li>
        {program.kind === 'points' ? (
          <li>{words.fact_points({ points: program.points_per_unit })}</li>
        ) : (
          <>
            <li>{minutes === 0 ? words.fact_no_cooldown : words.fact_cooldown({ minutes })}</li>
            <li>{words.fact_limit({ limit: program.daily_limit })}</li>
          </>
        )}
        <li>{program.pin_required ? words.fact_pin : words.fact_no_pin}</li>
      </ul>
      <ProgramActions program={program} />
    </div>
  )
}
