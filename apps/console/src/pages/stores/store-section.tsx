import { type Device, ENDPOINTS, type Store } from '@counterfoil/protocol'
import { Badge, Button, cx } from '@counterfoil/ui'
import { type MenuEntry, MenuButton, useToast } from '@counterfoil/ui/console'
import Plus from 'lucide-react/icons/plus'
import { useUpdateStore } from '../../api/stores'
import { useDialog } from '../../components/use-dialog'
import { useProblemText } from '../../components/use-problem-text'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import { CloseStoreDialog } from './close-store-dialog'
import { PrepareDialog } from './prepare-dialog'
import { StoreDialog } from './store-dialog'
import styles from './stores-page.module.css'
import { TabletTable } from './tablet-table'

export interface StoreSectionProps {
  readonly store: Store
  /** `undefined` while loading. */
  readonly devices: readonly Device[] | undefined
  readonly openId: string | undefined
}

export function StoreSection({ store, devices, openId }: StoreSectionProps) {
  const { t } = useText()
  const may = useMay()
  const preparing = useDialog()
  const words = t.console.stores
  return (
    <section className={cx(styles['store'], !store.active && styles['closed'])}>
      <header className={styles['head']}>
        <div>
          <h2 className={styles['title']}>
            {store.name}
            {!store.active && <Badge>{words.closed}</Badge>}
          </h2>
          <p className={styles['meta']}>
            {[store.code, store.address, store.time_zone]
              .filter((part) => part !== null)
              .join(' · ')}
          </p>
        </div>
        <div className={styles['actions']}>
          {store.active && may(ENDPOINTS.createDevice) && (
            <Button icon={<Plus aria-hidden />} onClick={preparing.open} size="small">
              {t.console.tablets.prepare}
            </Button>
          )}
          {may(ENDPOINTS.updateStore) && <StoreMenu store={store} />}
        </div>
      </header>
      {devices?.length === 0 ? (
        store.active && <p className={styles['empty']}>{t.console.tablets.empty}</p>
      ) : (
        <TabletTable devices={devices} openId={openId} store={store} />
      )}
      {preparing.isOpen && <PrepareDialog onClose={preparing.close} store={store} />}
    </section>
  )
}

function StoreMenu({ store }: { readonly store: Store }) {
  const { t } = useText()
  const words = t.console.stores
  const editing = useDialog()
  const closing = useDialog()
  const update = useUpdateStore()
  const toast = useToast()
  const problemText = useProblemText()
  const reopen = () =>
    update.mutate(
      { params: { id: store.id }, body: { active: true } },
      {
        onSuccess: () => toast({ title: words.added({ name: store.name }) }),
        onError: (error) => toast({ title: problemText(error).sentence, tone: 'danger' }),
      },
    )
  const items: MenuEntry[] = [{ id: 'edit', label: words.edit, onAction: editing.open }]
  if (store.active) {
    items.push({ id: 'close', label: words.close, danger: true, onAction: closing.open })
  } else items.push({ id: 'reopen', label: words.reopen, onAction: reopen })
  return (
    <>
      <MenuButton items={items} label={`${t.common.action.more}: ${store.name}`} size="small" />
      {editing.isOpen && <StoreDialog onClose={editing.close} store={store} />}
      {closing.isOpen && <CloseStoreDialog onClose={closing.close} store={store} />}
    </>
  )
}
