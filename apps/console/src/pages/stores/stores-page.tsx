import { ENDPOINTS } from '@counterfoil/protocol'
import { Button, EmptyState, Skeleton } from '@counterfoil/ui'
import { SplitView } from '@counterfoil/ui/console'
import Plus from 'lucide-react/icons/plus'
import { useSearchParams } from 'react-router'
import { useDevices } from '../../api/devices'
import { useStores } from '../../api/stores'
import { ErrorState } from '../../components/error-state'
import { Page } from '../../components/page'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import { StoreDialog } from './store-dialog'
import { StoreSection } from './store-section'
import styles from './stores-page.module.css'
import { TabletPanel } from './tablet-panel'
import { useDialog } from '../../components/use-dialog'

/** Every store with its tablets; one tablet's details beside them. */
export function StoresPage() {
  const { t } = useText()
  const may = useMay()
  const stores = useStores()
  const devices = useDevices()
  const adding = useDialog()
  const [search, setSearch] = useSearchParams()
  const open = devices.data?.find((device) => device.id === search.get('tablet'))
  const words = t.console.stores
  const add = may(ENDPOINTS.createStore) && (
    <Button icon={<Plus aria-hidden />} onClick={adding.open}>
      {words.add}
    </Button>
  )
  const sorted = [...(stores.data ?? [])].sort(
    (a, b) => Number(b.active) - Number(a.active) || a.name.localeCompare(b.name),
  )
  return (
    <Page actions={add} lead={words.lead} title={words.title}>
      {stores.error && !stores.data && (
        <ErrorState error={stores.error} onRetry={() => void stores.refetch()} />
      )}
      {stores.isPending && <Skeleton lines={6} />}
      {stores.data?.length === 0 && (
        <EmptyState action={add} title={words.empty.title}>
          {words.empty.text}
        </EmptyState>
      )}
      <SplitView
        panel={open && <TabletPanel device={open} key={open.id} onClose={() => setSearch({})} />}
      >
        <div className={styles['stores']}>
          {sorted.map((store) => (
            <StoreSection
              devices={devices.data?.filter((device) => device.store_id === store.id)}
              key={store.id}
              openId={open?.id}
              store={store}
            />
          ))}
        </div>
      </SplitView>
      {adding.isOpen && <StoreDialog onClose={adding.close} />}
    </Page>
  )
}
