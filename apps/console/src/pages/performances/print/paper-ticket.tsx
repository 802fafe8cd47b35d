import type { Performance } from '@counterfoil/protocol'
import { LogoMark } from '@counterfoil/ui'
import { useVenues } from '../../../api/performances'
import { useSettings } from '../../../api/settings'
import { useZoneFormat } from '../../../components/use-moment'
import { useText } from '../../../text'
import { QrCode } from '../../cards/card-sheet'
import styles from './paper-ticket.module.css'

export interface PaperTicketProps {
  readonly performance: Performance
  readonly ticket: {
    readonly name: string
    readonly party_size: number
    /** What its code says. */
    readonly url: string
  }
}

/** A ticket as it is printed: A6, torn off between the evening and the code. */
export function PaperTicket({ performance, ticket }: PaperTicketProps) {
  const { t } = useText()
  const words = t.console.door_print
  const settings = useSettings()
  const format = useZoneFormat()(performance.time_zone)
  const venue = useVenues().data?.find(({ id }) => id === performance.venue_id)
  const { title, starts_at, opens_at } = performance
  return (
    <article className={styles['ticket']}>
      <div className={styles['evening']}>
        <p className={styles['merchant']}>{settings.data?.settings.merchant.name}</p>
        <p className={styles['title']}>{title}</p>
        <p className={styles['when']}>
          {format.date(starts_at)}, {format.time(starts_at)}
        </p>
        {opens_at !== null && (
          <p className={styles['small']}>{words.doors_open({ time: format.time(opens_at) })}</p>
        )}
        {venue !== undefined && (
          <p className={styles['small']}>
            {venue.name}
            {venue.address !== '' && `, ${venue.address}`}
          </p>
        )}
      </div>
      <div className={styles['stub']}>
        <div className={styles['qr']}>
          <QrCode text={ticket.url} />
        </div>
        <p className={styles['name']}>{ticket.name}</p>
        <p className={styles['admits']}>
          <LogoMark /> {words.admits({ people: ticket.party_size })}
        </p>
      </div>
    </article>
  )
}
