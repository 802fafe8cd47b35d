import { ENDPOINTS } from '@counterfoil/protocol'
import { Button } from '@counterfoil/ui'
import { FormTextField } from '@counterfoil/ui/console'
import { useMemo } from 'react'
import { useBookingPage, useUpdateBookingPage } from '../../api/performances'
import { ErrorNotice } from '../../components/error-state'
import { textOf } from '../../components/form-data'
import { FormDialog } from '../../components/form-dialog'
import { useDialog } from '../../components/use-dialog'
import { useDone } from '../../components/use-done'
import { useMay } from '../../session/merchant'
import { useText } from '../../text'
import styles from './venues.module.css'

/** Where guests find what is on the programme. */
export function Programme() {
  const { venues: words } = useText().t.console
  const may = useMay()
  const page = useBookingPage()
  const changing = useDialog()
  const url = page.data?.booking_page.url
  return (
    <section className={styles['section']}>
      <h2>{words.programme}</h2>
      <p className={styles['muted']}>{words.programme_text}</p>
      <ErrorNotice error={page.error} />
      <p className={styles['address']}>
        {url === undefined ? '…' : <a href={url}>{url}</a>}
        {url !== undefined && may(ENDPOINTS.updateBookingPage) && (
          <Button onClick={changing.open} size="small">
            {words.change_address}
          </Button>
        )}
      </p>
      {changing.isOpen && page.data && (
        <AddressDialog onClose={changing.close} slug={page.data.booking_page.slug} />
      )}
    </section>
  )
}

function AddressDialog({ slug, onClose }: { readonly slug: string; readonly onClose: () => void }) {
  const { t } = useText()
  const words = t.console.venues
  const update = useUpdateBookingPage()
  const done = useDone(onClose)
  const fieldWords = useMemo(
    () => ({
      fields: { slug: words.address_hint },
      conflict: { field: 'slug', text: words.address_taken },
    }),
    [words],
  )
  return (
    <FormDialog
      onClose={onClose}
      onSubmit={(data) =>
        update.mutate({ body: { slug: textOf(data, 'slug').trim() } }, done(words.saved))
      }
      open
      submitLabel={t.common.action.save}
      title={words.change_address}
      words={fieldWords}
      write={update}
    >
      <FormTextField
        autoComplete="off"
        defaultValue={slug}
        hint={words.address_hint}
        isRequired
        label={words.address}
        maxLength={60}
        minLength={2}
        name="slug"
      />
    </FormDialog>
  )
}
