import { ENDPOINTS, type WireClockSettings } from '@counterfoil/protocol'
import { Notice, Skeleton } from '@counterfoil/ui'
import { Switch, useToast } from '@counterfoil/ui/console'
import { useClockSettings, useUpdateClockSettings } from '../../../api/clock'
import { CompleteLine } from '../../../components/complete-line'
import { ErrorNotice, ErrorState } from '../../../components/error-state'
import { useMay } from '../../../session/merchant'
import { useText } from '../../../text'
import styles from '../clock.module.css'
import { PosterTable } from './poster-table'

/** Whether people may clock on their own phones, and the posters that open it. */
export function PhonesTab() {
  const { phones: words } = useText().t.console
  const settings = useClockSettings()
  const now = settings.data?.settings
  if (settings.error && now === undefined) {
    return <ErrorState error={settings.error} onRetry={() => void settings.refetch()} />
  }
  return (
    <div data-stack>
      <p className={styles['meta']}>{words.lead}</p>
      {now === undefined ? <Skeleton lines={4} /> : <PhoneSwitches settings={now} />}
      <PosterTable phones={now?.phone_punches ?? false} />
      <CompleteLine />
    </div>
  )
}

function PhoneSwitches({ settings }: { readonly settings: WireClockSettings }) {
  const { phones: words } = useText().t.console
  const may = useMay()(ENDPOINTS.updateClockSettings)
  const update = useUpdateClockSettings()
  const toast = useToast()
  const set = (body: Partial<WireClockSettings>) =>
    update.mutate({ body }, { onSuccess: () => toast({ title: words.saved }) })
  const { phone_punches, review_phone_punches } = settings
  return (
    <div data-stack>
      {!may && <Notice tone="neutral">{words.owner_only}</Notice>}
      <Switch
        hint={words.on_hint}
        isDisabled={!may || update.isPending}
        isSelected={phone_punches}
        onChange={(on) => set({ phone_punches: on })}
      >
        {words.on}
      </Switch>
      <Switch
        hint={words.review_hint}
        isDisabled={!may || update.isPending || !phone_punches}
        isSelected={review_phone_punches}
        onChange={(on) => set({ review_phone_punches: on })}
      >
        {words.review}
      </Switch>
      <ErrorNotice error={update.error} />
    </div>
  )
}
