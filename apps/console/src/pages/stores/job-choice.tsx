import { JOBS } from '@counterfoil/domain'
import { CheckboxGroup } from '@counterfoil/ui/console'
import { useText } from '../../text'

export type Job = (typeof JOBS)[number]

export interface JobChoiceProps {
  readonly value: readonly Job[]
  readonly onChange: (jobs: Job[]) => void
}

/** What a tablet may be used for. */
export function JobChoice({ value, onChange }: JobChoiceProps) {
  const { t } = useText()
  const words = t.console.tablets
  return (
    <CheckboxGroup
      hint={words.jobs_hint}
      label={words.jobs}
      name="jobs"
      onChange={onChange}
      options={JOBS.map((job) => ({
        value: job,
        label: t.common.jobs[job],
        hint: words.job_hints[job],
      }))}
      value={value}
    />
  )
}
