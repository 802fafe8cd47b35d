import { useEffect } from 'react'
import { useStores } from '../api/stores'
import { useZone } from './zone'

/** Tells times as the first open store's clock shows them. */
export function useMerchantZone(): void {
  const stores = useStores()
  const { setTimeZone } = useZone()
  const first = stores.data?.find((store) => store.active) ?? stores.data?.[0]
  const timeZone = first?.time_zone
  useEffect(() => {
    if (timeZone !== undefined) setTimeZone(timeZone)
  }, [timeZone, setTimeZone])
}
